import type { Group, ListQuery, Page } from "@rollcall/domain";
import { sql } from "kysely";
import { containsText } from "../predicate/like.ts";
import { groupSource } from "../predicate/source.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { groupLookups } from "./group-lookups.ts";
import { groupColumns, groupFromRow, type GroupRow } from "./group-row.ts";
import { listResources, type ResourceKind } from "./list-resources.ts";
import { pageAfter } from "./page-after.ts";

export async function listGroups(access: TenantAccess, query: ListQuery): Promise<Page<Group>> {
  return await listResources(access, query, groups);
}

const columns = () => sql.join(groupColumns.map((name) => sql.ref(name)));

const groups: ResourceKind<GroupRow, Group> = {
  table: "groups",
  source: groupSource,
  columns,
  lookups: groupLookups,
  pageAfter: pageAfter({ name: "group-page", table: "groups", columns }),
  nameContains: (text) => containsText(sql.ref("groups.display_name_key"), text),
  itemsOf: async (rows) => rows.map(groupFromRow),
};
