import { sql } from "kysely";
import { membersOfGroup } from "../predicate/groups-of-user.ts";
import { statement } from "../session/statement.ts";
import type { MemberRow } from "./member-row.ts";

/** Reads of members, in the order of their ids. */
export const memberStatements = {
  page: statement<{ tenantId: string; groupId: string; afterId: string | null; count: number }>()(
    "member-page",
    (param) => sql<MemberRow>`
      select groups.id as group_id, member.id, member.type, member.display
      from groups cross join lateral (${membersOfGroup}) member
      where groups.tenant_id = ${param("tenantId")} and groups.id = ${param("groupId")}
        and member.id > coalesce(${param("afterId")}::uuid, '00000000-0000-0000-0000-000000000000')
      order by member.id
      limit ${param("count")}::integer`,
  ),

  ofGroups: statement<{ tenantId: string; groupIds: string[] }>()(
    "member-of-groups",
    (param) => sql<MemberRow>`
      select groups.id as group_id, member.id, member.type, member.display
      from groups cross join lateral (${membersOfGroup}) member
      where groups.tenant_id = ${param("tenantId")} and groups.id = any(${param("groupIds")}::uuid[])
      order by groups.id, member.id`,
  ),
};
