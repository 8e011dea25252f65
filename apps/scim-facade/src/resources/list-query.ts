import type { ListQuery, Order, PageStart } from "@rollcall/domain";
import { readPage, readSort, resolveFilter, type ResourceType, ScimError, type Sort } from "@rollcall/scim";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "../http/limits.ts";
import { attributeFromScim } from "../mapper/attribute-from-scim.ts";
import { filterToPredicate } from "../mapper/filter-to-predicate.ts";
import { decodeCursor } from "./cursor.ts";
import { requestedFilter } from "./requested-filter.ts";

export interface ScimListQuery extends ListQuery {
  /** undefined when the client pages by cursor. */
  readonly startIndex: number | undefined;
}

/**
 * A list's query string as the domain's query (RFC 7644 §3.4.2, cursors of RFC 9865). `scope` is what a cursor must
 * have been made for.
 * @throws ScimError 400 invalidFilter, invalidValue, invalidCursor or invalidCount.
 */
export function listQuery<TResource>(
  query: URLSearchParams,
  type: ResourceType<TResource>,
  { scope, baseUrl }: { scope: string; baseUrl: string },
): ScimListQuery {
  const filter = requestedFilter(query);
  const where = filter === undefined ? undefined : filterToPredicate(resolveFilter(type, filter), { type, baseUrl });
  const sort = readSort(type, {
    sortBy: query.get("sortBy") ?? undefined,
    sortOrder: query.get("sortOrder") ?? undefined,
  });
  return { where, order: sort && orderOf(sort), withTotal: true, ...pageOf(query, scope) };
}

/** What `startIndex`, `count` and `cursor` say. */
export function pageOf(query: URLSearchParams, scope: string): Pick<ScimListQuery, "start" | "startIndex" | "count"> {
  const cursor = query.get("cursor");
  if (cursor !== null && query.has("startIndex")) {
    throw new ScimError("invalidCursor", "Give cursor or startIndex, not both.");
  }
  const { startIndex, count = DEFAULT_PAGE_SIZE } = readCounts(query, cursor !== null);
  const start: PageStart =
    cursor === null ? { kind: "index", startIndex } : { kind: "after", position: decodeCursor(cursor, scope) };
  return { start, startIndex: cursor === null ? startIndex : undefined, count: Math.min(count, MAX_PAGE_SIZE) };
}

/** RFC 9865 §2.1 has an error of its own for a bad count beside a cursor. */
function readCounts(query: URLSearchParams, byCursor: boolean) {
  const counts = { startIndex: query.get("startIndex") ?? undefined, count: query.get("count") ?? undefined };
  try {
    return readPage(counts);
  } catch (error) {
    if (byCursor && error instanceof ScimError) throw new ScimError("invalidCount", error.detail, { cause: error });
    throw error;
  }
}

function orderOf({ path, attribute, descending }: Sort): Order {
  if (attribute.keys[0] === "groups" || attribute.keys[0] === "members") {
    throw new ScimError("invalidValue", `Lists cannot be sorted by ${path}.`);
  }
  return { attribute: attributeFromScim(path, attribute), direction: descending ? "descending" : "ascending" };
}
