import { sql } from "kysely";
import { membersOfGroup } from "../predicate/members-of-group.ts";
import { isSeen } from "../predicate/visibility.ts";
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
      select ${param("groupId")}::uuid as group_id, page.id, page.type, page.display from (
        (
          select user_id as id, 'user' as type, member.display from memberships cross join lateral (
            select coalesce(profile ->> 'displayName', user_name) as display from users
            where users.tenant_id = ${param("tenantId")} and users.id = user_id and ${isSeen("users", param("sees"))} offset 0
          ) member
          where memberships.tenant_id = ${param("tenantId")} and group_id = ${param("groupId")}
            and user_id > coalesce(${param("afterId")}::uuid, ${FIRST_ID}::uuid)
          order by user_id limit ${param("count")}::integer
        ) union all (
          select child_id, 'group', child.display_name from nestings cross join lateral (
            select display_name from groups
            where groups.tenant_id = ${param("tenantId")} and groups.id = child_id and ${isSeen("groups", param("sees"))} offset 0
          ) child
          where nestings.tenant_id = ${param("tenantId")} and nestings.group_id = ${param("groupId")}
            and child_id > coalesce(${param("afterId")}::uuid, ${FIRST_ID}::uuid)
          order by child_id limit ${param("count")}::integer
        )
        order by id limit ${param("count")}::integer
      ) page
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
