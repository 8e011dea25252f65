import { type RawBuilder, sql } from "kysely";
import { isSeen } from "../predicate/visibility.ts";
import { queryBuilder } from "../session/query-builder.ts";
import { statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { groupColumns, type GroupRow } from "./group-row.ts";
import { MAX_LOOKED_UP } from "./looked-up-page.ts";

interface Key {
  readonly name: string;
  readonly column: RawBuilder<unknown>;
  readonly type: RawBuilder<unknown>;
}

const id: Key = { name: "id", column: sql.ref("groups.id"), type: sql`uuid` };
const displayName: Key = { name: "display-name", column: sql.ref("groups.display_name_key"), type: sql`text` };
const externalId: Key = { name: "external-id", column: sql.ref("groups.external_id"), type: sql`text` };

/** Groups by what identity providers look them up by. */
export const groupLookups = { id: lookup(id), displayName: lookup(displayName), externalId: lookup(externalId) };

/** Groups by many values of one attribute. */
export const manyGroupLookups = {
  id: lookupMany(id),
  displayName: lookupMany(displayName),
  externalId: lookupMany(externalId),
};

/** In no order, which leaves the planner nothing to weigh the key's index against. */
function lookup({ name, column, type }: Key) {
  return statement<Pick<TenantAccess, "tenantId" | "sees"> & { value: string }>()(`group-by-${name}`, (param) =>
    queryBuilder
      .selectFrom("groups")
      .select(groupColumns)
      .where("groups.tenant_id", "=", param("tenantId"))
      .where(sql<boolean>`${column} = ${param("value")}::${type}`)
      .where(isSeen("groups", param("sees")))
      .limit(MAX_LOOKED_UP + 1),
  );
}

/** Each value is looked up by the key's index. The values differ, and a group has one of each, so none comes twice. */
function lookupMany({ name, column, type }: Key) {
  return statement<Pick<TenantAccess, "tenantId" | "sees"> & { values: string[] }>()(
    `groups-by-${name}`,
    (param) => sql<GroupRow>`
      select found.* from unnest(${param("values")}::text[]) value cross join lateral (
        select ${sql.join(groupColumns.map((name) => sql.ref(name)))} from groups
        where groups.tenant_id = ${param("tenantId")} and ${column} = value::${type} and ${isSeen("groups", param("sees"))}
        offset 0
      ) found
      order by found.id`,
  );
}
