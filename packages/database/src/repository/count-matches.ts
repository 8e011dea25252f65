import { type RawBuilder, sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import { statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";

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
export async function countMatches(session: Session, { caller, table, seen, matches }: Count): Promise<number> {
  const { tenantId, sees } = caller;
  const [row] =
    matches === undefined
      ? await session.run(totals, { tenantId, sees })
      : await session.query(
          sql<Record<"users" | "groups", number>>`
            select count(*) as ${sql.ref(table)} from ${sql.table(table)}
            where ${sql.ref(`${table}.tenant_id`)} = ${tenantId} and ${seen} and ${matches}`.compile(queryBuilder),
        );
  return row?.[table] ?? 0;
}

/** What identity providers made is everything but what the platform made. */
const totals = statement<Caller>()(
  "totals",
  (param) => sql<Record<"users" | "groups", number>>`
    select
      feeds.users_total + pending.users - case ${param("sees")}::text
        when 'idp' then feeds.platform_users_total + pending.platform_users else 0 end as users,
      feeds.groups_total + pending.groups - case ${param("sees")}::text
        when 'idp' then feeds.platform_groups_total + pending.platform_groups else 0 end as groups
    from feeds cross join (
      select
        coalesce(sum(users_delta), 0) as users, coalesce(sum(groups_delta), 0) as groups,
        coalesce(sum(platform_users_delta), 0) as platform_users, coalesce(sum(platform_groups_delta), 0) as platform_groups
      from outbox where tenant_id = ${param("tenantId")}
    ) pending
    where feeds.tenant_id = ${param("tenantId")}`,
);
