import { type RawBuilder, sql } from "kysely";
import { type Call, callOf, callOfQuery } from "../session/call.ts";
import { queryBuilder } from "../session/query-builder.ts";
import { statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import type { Total } from "./list-page.ts";

type Caller = Pick<TenantAccess, "tenantId" | "sees">;

interface Count {
  readonly caller: Caller;
  readonly table: "users" | "groups";
  /** Whether the caller sees a row. */
  readonly seen: RawBuilder<boolean>;
  /** undefined: all rows that the caller sees. */
  readonly matches: RawBuilder<boolean> | undefined;
}

/** How many rows match, exact. All of them are known without counting: the feed's total and what is not yet in it. */
export function countMatches({ caller, table, seen, matches }: Count): Call<Total> {
  const { tenantId, sees } = caller;
  if (matches === undefined) return callOf(totals[table], { tenantId, sees });
  const count = sql<Total>`
    select count(*) as total from ${sql.table(table)}
    where ${sql.ref(`${table}.tenant_id`)} = ${tenantId} and ${seen} and ${matches}`;
  return callOfQuery(count.compile(queryBuilder));
}

const totals = { users: totalOf("users"), groups: totalOf("groups") };

/** What identity providers made is everything but what the platform made. */
function totalOf(table: Count["table"]) {
  const [total, platformTotal] = [sql.ref(`feeds.${table}_total`), sql.ref(`feeds.platform_${table}_total`)];
  const [delta, platformDelta] = [sql.ref(`${table}_delta`), sql.ref(`platform_${table}_delta`)];
  return statement<Caller>()(
    `total-${table}`,
    (param) => sql<Total>`
      select case ${param("sees")}::text
        when 'idp' then ${total} - ${platformTotal} + coalesce(sum(${delta} - ${platformDelta}), 0)
        else ${total} + coalesce(sum(${delta}), 0)
      end as total
      from feeds left join outbox on outbox.tenant_id = feeds.tenant_id
      where feeds.tenant_id = ${param("tenantId")}
      group by feeds.tenant_id`,
  );
}
