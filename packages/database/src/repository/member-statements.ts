import { sql } from "kysely";
import { membersOfGroup } from "../predicate/members-of-group.ts";
import { isSeenByKey } from "../predicate/visibility.ts";
import { statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import type { MemberRow } from "./member-row.ts";

/** Below every id. */
const FIRST_ID = sql.lit("00000000-0000-0000-0000-000000000000");

type Caller = Pick<TenantAccess, "tenantId" | "sees">;

/** Reads of members, in the order of their ids. */
export const memberStatements = {
  page: statement<Caller & { groupId: string; afterId: string | null; count: number }>()(
    "member-page",
    (param) => sql<MemberRow>`
      with users_after as (
        select user_id as id, 'user' as type from memberships
        where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")}
          and user_id > coalesce(${param("afterId")}::uuid, ${FIRST_ID}::uuid)
          and ${isSeenByKey("users", { tenantId: param("tenantId"), id: sql.ref("user_id") }, param("sees"))}
        order by user_id limit ${param("count")}::integer
      ), groups_after as (
        select child_id as id, 'group' as type from nestings
        where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")}
          and child_id > coalesce(${param("afterId")}::uuid, ${FIRST_ID}::uuid)
          and ${isSeenByKey("groups", { tenantId: param("tenantId"), id: sql.ref("child_id") }, param("sees"))}
        order by child_id limit ${param("count")}::integer
      ), page as (
        select id, type from users_after union all select id, type from groups_after
        order by id limit ${param("count")}::integer
      )
      select ${param("groupId")}::uuid as group_id, page.id, page.type, named.display
      from page cross join lateral (
        select coalesce(profile ->> 'displayName', user_name) as display from users
        where page.type = 'user' and tenant_id = ${param("tenantId")} and users.id = page.id
        union all
        select display_name from groups
        where page.type = 'group' and tenant_id = ${param("tenantId")} and groups.id = page.id
        offset 0
      ) named
      order by page.id`,
  ),

  /** All of them, whoever sees them, and by their ids alone. */
  idsOf: statement<{ tenantId: string; groupId: string }>()(
    "member-ids",
    (param) => sql<{ id: string }>`
      select user_id as id from memberships where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")}
      union all
      select child_id from nestings where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")}`,
  ),

  ofGroups: statement<Caller & { groupIds: string[] }>()(
    "member-of-groups",
    (param) => sql<MemberRow>`
      select groups.id as group_id, member.id, member.type, member.display
      from groups cross join lateral (${membersOfGroup(param("sees"))}) member
      where groups.tenant_id = ${param("tenantId")} and groups.id = any(${param("groupIds")}::uuid[])
      order by groups.id, member.id`,
  ),
};
