import type { Group, ListQuery, Page } from "@rollcall/domain";
import { sql } from "kysely";
import { containsText } from "../predicate/like.ts";
import { groupSource } from "../predicate/source.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { groupLookups } from "./group-lookups.ts";
import { groupColumns, groupFromRow, type GroupRow } from "./group-row.ts";
import { listResources, type ResourceKind } from "./list-resources.ts";

export async function listGroups(access: TenantAccess, query: ListQuery): Promise<Page<Group>> {
  return await listResources(access, query, groups);
}

const groups: ResourceKind<GroupRow, Group> = {
  table: "groups",
  source: groupSource,
  lookups: groupLookups,
  nameContains: (text) => containsText(sql.ref("groups.display_name_key"), text),
  fromRow: groupFromRow,
  rowsOf: ({ tenantId }, page) =>
    queryBuilder
      .selectFrom(page)
      .innerJoinLateral(
        (eb) =>
          eb
            .selectFrom("groups")
            .select(groupColumns)
            .where("groups.tenant_id", "=", tenantId)
            .whereRef("groups.id", "=", "page.id")
            // Keeps the planner from joining in another way than by the key.
            .offset(0)
            .as("groups"),
        (join) => join.onTrue(),
      )
      .selectAll("groups")
      .select("page.key")
      .orderBy("page.place")
      .compile(),
};
