import type { ListQuery } from "@rollcall/domain";
import { parseFilter, readPage, resolveFilter, type ResourceType } from "@rollcall/scim";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "../http/limits.ts";
import { filterToPredicate } from "../mapper/filter-to-predicate.ts";

/**
 * A list's query string as the domain's query (RFC 7644 §3.4.2).
 * @throws ScimError 400 invalidFilter or invalidValue.
 */
export function listQuery<TResource>(
  query: URLSearchParams,
  type: ResourceType<TResource>,
): ListQuery & { readonly startIndex: number } {
  const { startIndex, count = DEFAULT_PAGE_SIZE } = readPage({
    startIndex: query.get("startIndex") ?? undefined,
    count: query.get("count") ?? undefined,
  });
  const filter = query.get("filter");
  const constants = { meta: { resourceType: type.definition.name } };
  return {
    where: filter === null ? undefined : filterToPredicate(resolveFilter(type, parseFilter(filter)), constants),
    start: { kind: "index", startIndex },
    startIndex,
    count: Math.min(count, MAX_PAGE_SIZE),
    withTotal: true,
  };
}
