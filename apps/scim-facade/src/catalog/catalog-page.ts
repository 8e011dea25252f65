import {
  evaluateFilter,
  type JsonObject,
  listResponse,
  parseFilter,
  project,
  resolveFilter,
  type ResourceType,
  ScimError,
} from "@rollcall/scim";
import type { ScimRequest } from "../http/scim-request.ts";
import { encodeCursor } from "../resources/cursor.ts";
import { pageOf } from "../resources/list-query.ts";
import { requestedProjection } from "../resources/requested-projection.ts";

interface Catalog<TItem> {
  readonly type: ResourceType<unknown>;
  /** All of them, in the order of their ids. */
  readonly items: readonly TItem[];
  readonly toScim: (item: TItem) => JsonObject;
}

/**
 * One page of a list that is small enough to be read whole (RFC 7644 §3.4.2, RFC 9865 §2), so that any attribute can
 * be filtered by.
 * @throws ScimError 400 for a filter, cursor or count that is not valid, and for sorting.
 */
export function catalogPage<TItem extends { readonly id: string }>(
  { identity, query }: ScimRequest,
  { type, items, toScim }: Catalog<TItem>,
): JsonObject {
  const { name } = type.definition;
  if (query.has("sortBy")) throw new ScimError("invalidValue", `Lists of ${name} resources cannot be sorted.`);
  const projection = requestedProjection(type, query);
  const filter = query.get("filter");
  const scope = JSON.stringify([identity.tenantId, name, filter]);
  const { start, startIndex, count } = pageOf(query, scope);
  const resolved = filter === null ? undefined : resolveFilter(type, parseFilter(filter));
  const matching = items.filter((item) => resolved === undefined || evaluateFilter(resolved, toScim(item)));
  const lastSeen = start.kind === "after" ? start.position?.id : undefined;
  const rest = lastSeen === undefined ? matching : matching.filter(({ id }) => id > lastSeen);
  const begin = start.kind === "index" ? start.startIndex - 1 : 0;
  const shown = rest.slice(begin, begin + count);
  const resources = shown.map((item) => project(projection, toScim(item)));
  const page = { resources, totalResults: matching.length, itemsPerPage: shown.length };
  if (startIndex !== undefined) return listResponse({ ...page, startIndex });
  const last = shown.length < rest.length ? shown.at(-1) : undefined;
  return listResponse({ ...page, nextCursor: last && encodeCursor({ id: last.id, key: null }, scope) });
}
