import { type RawBuilder, sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import { statement } from "../session/statement.ts";

interface Count {
  readonly tenantId: string;
  readonly table: "users" | "groups";
  /** undefined: all rows of the tenant. */
  readonly matches: RawBuilder<boolean> | undefined;
}

/** How many rows match, exact. All of them are known without counting: the feed's total and what is not yet in it. */
export async function countMatches(session: Session, { tenantId, table, matches }: Count): Promise<number> {
  const [row] =
    matches === undefined
      ? await session.run(totals, { tenantId })
      : await session.query(
          sql<Record<"users" | "groups", number>>`
            select count(*) as ${sql.ref(table)} from ${sql.table(table)}
            where ${sql.ref(`${table}.tenant_id`)} = ${tenantId} and ${matches}`.compile(queryBuilder),
        );
  return row?.[table] ?? 0;
}

const totals = statement<{ tenantId: string }>()(
  "totals",
  (param) => sql<Record<"users" | "groups", number>>`
    select feeds.users_total + coalesce(pending.users, 0) as users, feeds.groups_total + coalesce(pending.groups, 0) as groups
    from feeds cross join (
      select sum(users_delta) as users, sum(groups_delta) as groups from outbox where tenant_id = ${param("tenantId")}
    ) pending
    where feeds.tenant_id = ${param("tenantId")}`,
);
