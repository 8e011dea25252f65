import { type RawBuilder, sql } from "kysely";
import { isSeen } from "../predicate/visibility.ts";
import { type Parameter, statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import type { KeyedRow } from "./list-page.ts";
import { MANY, type PageSelection } from "./page-after.ts";
import { NIL_ID } from "./place-sizes.ts";

export interface PageAt extends Pick<TenantAccess, "tenantId" | "sees"> {
  /** How many users are before the page. */
  offset: number;
  limit: number;
}

/** After every other id. */
const MAX_ID = sql`'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`;

/**
 * The users that the caller sees after so many others, in the order of ids: the large stretch that the page begins in, the
 * small one in it, and from its beginning on as many users as are still to be skipped. While the stretches do not hold,
 * all of them are skipped one by one.
 *
 * An id is compared with what a subquery answers, not with an expression: under row-level security the index would not
 * take that.
 */
export function pageAt<TRow>({ name, columns }: Omit<PageSelection, "table">) {
  return statement<PageAt>()(
    name,
    (param) => sql<TRow & KeyedRow>`
      with whole as materialized (
        select ${sql.lit(NIL_ID)}::uuid as after_id, ${MAX_ID} as upto, 0::bigint as before
        from feeds where tenant_id = ${param("tenantId")} and placed_sequence = last_sequence
      ), large as materialized (
        select found.after_id, found.before, coalesce((
          select after_id from places
          where tenant_id = ${param("tenantId")} and level = 1 and after_id > found.after_id order by after_id limit 1
        ), ${MAX_ID}) as upto
        from ${stretchAt(param, 1, sql`whole`)} found
      ), small as materialized (
        select after_id, before from ${stretchAt(param, 0, sql`large`)} found
      ), first as materialized (
        select id from users
        where tenant_id = ${param("tenantId")} and ${isSeen("users", param("sees"))}
          and id > (select coalesce((select after_id from small), ${sql.lit(NIL_ID)}))
        order by id limit 1 offset ${param("offset")}::bigint - coalesce((select before from small), 0)
      )
      select * from (
        select ${columns(param("sees"))}, null as key from users
        where users.tenant_id = ${param("tenantId")} and users.id >= (select id from first)
          and ${isSeen("users", param("sees"))}
        order by users.id limit ${sql.lit(MANY)}
      ) page limit ${param("limit")}`,
  );
}

/**
 * Of the stretches of one level inside a larger one, that which the page begins in, with how many users are before it.
 * What the outbox says of an id that is a border comes before the border: a stretch does not hold the id it begins after.
 */
function stretchAt(param: Parameter<PageAt>, level: 0 | 1, within: RawBuilder<unknown>): RawBuilder<unknown> {
  const seenOf = (kind: "total" | "delta") => {
    const [users, platformUsers] = [sql.ref(`users_${kind}`), sql.ref(`platform_users_${kind}`)];
    return sql`${users} - case ${param("sees")}::text when 'idp' then ${platformUsers} else 0 end`;
  };
  return sql`(
    select after_id, before from (
      select after_id, is_start,
        (select before from ${within}) + sum(users) over (order by after_id, is_start) - users as before
      from (
        select after_id, true as is_start, ${seenOf("total")} as users from places
        where tenant_id = ${param("tenantId")} and level = ${sql.lit(level)}
          and after_id >= (select after_id from ${within}) and after_id < (select upto from ${within})
        union all
        select resource_id, false, ${seenOf("delta")} from outbox
        where tenant_id = ${param("tenantId")} and users_delta <> 0
          and resource_id > (select after_id from ${within}) and resource_id <= (select upto from ${within})
      ) changes
    ) stretches
    where is_start and before <= ${param("offset")}::bigint order by after_id desc limit 1
  )`;
}
