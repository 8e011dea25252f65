import { sql } from "kysely";
import { statement } from "../session/statement.ts";
import type { MemberRow } from "./member-row.ts";

const display = sql`coalesce(users.profile ->> 'displayName', users.user_name)`;

/** Reads of members, in the order of their ids. */
export const memberStatements = {
  page: statement<{ tenantId: string; groupId: string; afterId: string | null; count: number }>()(
    "member-page",
    (param) => sql<MemberRow>`
      select memberships.group_id, memberships.user_id, ${display} as display
      from memberships join users on users.tenant_id = memberships.tenant_id and users.id = memberships.user_id
      where memberships.tenant_id = ${param("tenantId")} and memberships.group_id = ${param("groupId")}
        and memberships.user_id > coalesce(${param("afterId")}::uuid, '00000000-0000-0000-0000-000000000000')
      order by memberships.user_id
      limit ${param("count")}::integer`,
  ),

  ofGroups: statement<{ tenantId: string; groupIds: string[] }>()(
    "member-of-groups",
    (param) => sql<MemberRow>`
      select memberships.group_id, memberships.user_id, ${display} as display
      from memberships join users on users.tenant_id = memberships.tenant_id and users.id = memberships.user_id
      where memberships.tenant_id = ${param("tenantId")} and memberships.group_id = any(${param("groupIds")}::uuid[])
      order by memberships.group_id, memberships.user_id`,
  ),
};
