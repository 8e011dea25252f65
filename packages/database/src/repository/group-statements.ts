import { sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import { statement } from "../session/statement.ts";
import { groupColumns } from "./group-row.ts";

interface Key {
  tenantId: string;
  id: string;
}

interface Members {
  tenantId: string;
  groupId: string;
  userIds: string[];
}

/** The hot statements on groups. None of them reads the members a group has already. */
export const groupStatements = {
  find: statement<Key>()("group-find", (param) =>
    queryBuilder
      .selectFrom("groups")
      .select(groupColumns)
      .where("groups.tenant_id", "=", param("tenantId"))
      .where("groups.id", "=", param("id")),
  ),

  lock: statement<Key>()("group-lock", (param) =>
    queryBuilder
      .selectFrom("groups")
      .select(groupColumns)
      .where("groups.tenant_id", "=", param("tenantId"))
      .where("groups.id", "=", param("id"))
      .forUpdate(),
  ),

  /** The ids of `userIds` that are users, kept from being deleted until the transaction ends. */
  lockUsers: statement<Omit<Members, "groupId">>()(
    "group-lock-users",
    (param) => sql<{ id: string }>`
      select id from users where tenant_id = ${param("tenantId")} and id = any(${param("userIds")}::uuid[])
      order by id for key share`,
  ),

  addMembers: statement<Members>()(
    "group-add-members",
    (param) => sql<{ user_id: string }>`
      insert into memberships (tenant_id, group_id, user_id)
      select ${param("tenantId")}::uuid, ${param("groupId")}::uuid, user_id from unnest(${param("userIds")}::uuid[]) user_id
      on conflict do nothing
      returning user_id`,
  ),

  removeMembers: statement<Members>()(
    "group-remove-members",
    (param) => sql<{ user_id: string }>`
      delete from memberships
      where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")} and user_id = any(${param("userIds")}::uuid[])
      returning user_id`,
  ),

  retainMembers: statement<Members>()(
    "group-retain-members",
    (param) => sql<{ user_id: string }>`
      delete from memberships
      where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")} and not exists (
          select from unnest(${param("userIds")}::uuid[]) retained where retained = memberships.user_id
        )
      returning user_id`,
  ),
};
