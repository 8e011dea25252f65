import type { ListQuery, Predicate } from "@rollcall/domain";
import { parseFilter, readPage, type ResolvedFilter, resolveFilter, type ResourceType } from "@rollcall/scim";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "../http/limits.ts";

interface ListTranslation<TResource, TAttribute extends string> {
  readonly type: ResourceType<TResource>;
  readonly toPredicate: (filter: ResolvedFilter) => Predicate<TAttribute>;
}

/**
 * A list's query string as the domain's query (RFC 7644 §3.4.2).
 * @throws ScimError 400 invalidFilter or invalidValue.
 */
export function listQuery<TResource, TAttribute extends string>(
  query: URLSearchParams,
  { type, toPredicate }: ListTranslation<TResource, TAttribute>,
): ListQuery<Predicate<TAttribute>> & { readonly startIndex: number } {
  const { startIndex, count = DEFAULT_PAGE_SIZE } = readPage({
    startIndex: query.get("startIndex") ?? undefined,
    count: query.get("count") ?? undefined,
  });
  const filter = query.get("filter");
  return {
    where: filter === null ? undefined : toPredicate(resolveFilter(type, parseFilter(filter))),
    start: { kind: "index", startIndex },
    startIndex,
    count: Math.min(count, MAX_PAGE_SIZE),
    withTotal: true,
  };
}
