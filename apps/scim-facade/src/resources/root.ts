import type { ListQuery, Page, Predicate } from "@rollcall/domain";
import { type JsonObject, listResponse, resolveSharedFilter, ScimError } from "@rollcall/scim";
import type { ScimHandler, ScimRequest } from "../http/scim-request.ts";
import { filterToPredicate } from "../mapper/filter-to-predicate.ts";
import { describeGroups } from "./groups.ts";
import { pageOf } from "./list-query.ts";
import { requestedFilter } from "./requested-filter.ts";
import { requestedProjection } from "./requested-projection.ts";
import { describeUsers } from "./users.ts";

/** GET on the base URL (RFC 7644 §3.4.2.1): users and then groups, as one list. */
export const queryRoot: ScimHandler = async (request) => {
  const { query } = request;
  if (query.has("cursor")) throw new ScimError("invalidCursor", "Cursors page through one resource type at a time.");
  if (query.has("sortBy")) throw new ScimError("invalidValue", "Resources of several types cannot be sorted together.");
  const { startIndex = 1, count } = pageOf(query, "");
  const resources: JsonObject[] = [];
  let totalResults = 0;
  for (const { list, where } of listsOf(request)) {
    const begin = Math.max(startIndex - totalResults, 1);
    const found = await list({
      where,
      start: { kind: "index", startIndex: begin },
      count: count - resources.length,
      withTotal: true,
    });
    resources.push(...found.resources);
    totalResults += found.total;
  }
  return { status: 200, body: listResponse({ resources, totalResults, startIndex, itemsPerPage: resources.length }) };
};

interface TypedList {
  readonly where: Predicate | undefined;
  readonly list: (query: ListQuery) => Promise<{ resources: JsonObject[]; total: number }>;
}

function listsOf(request: ScimRequest): TypedList[] {
  const { directory, types, query, baseUrl } = request;
  const kinds = [types.user, types.group];
  const filter = requestedFilter(query);
  const resolved = filter === undefined ? [] : resolveSharedFilter(kinds, filter);
  const [ofUsers, ofGroups] = kinds.map((type, index) => {
    const own = resolved[index];
    return own && filterToPredicate(own, { type, baseUrl });
  });
  return [
    {
      where: ofUsers,
      list: (wanted) =>
        describePage(directory.users.list(wanted), describeUsers(request, requestedProjection(types.user, query))),
    },
    {
      where: ofGroups,
      list: (wanted) =>
        describePage(directory.groups.list(wanted), describeGroups(request, requestedProjection(types.group, query))),
    },
  ];
}

async function describePage<TItem>(
  page: Promise<Page<TItem>>,
  describe: (items: readonly TItem[]) => Promise<JsonObject[]> | JsonObject[],
) {
  const { items, total = 0 } = await page;
  return { resources: await describe(items), total };
}
