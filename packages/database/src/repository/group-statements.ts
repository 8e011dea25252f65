import type { MemberKey } from "@rollcall/domain";
import { sql } from "kysely";
import { isSeen } from "../predicate/visibility.ts";
import { queryBuilder } from "../session/query-builder.ts";
import { statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { groupColumns } from "./group-row.ts";

interface Key {
  tenantId: string;
  id: string;
}

interface Members {
  tenantId: string;
  groupId: string;
  ids: string[];
}

type Wanted = Omit<Members, "groupId"> & Pick<TenantAccess, "sees">;

/** The hot statements on groups. None of them reads the members a group has already. */
export const groupStatements = {
  lock: statement<Key & Pick<TenantAccess, "sees">>()("group-lock", (param) =>
    queryBuilder
      .selectFrom("groups")
      .select(groupColumns)
      .where("groups.tenant_id", "=", param("tenantId"))
      .where("groups.id", "=", param("id"))
      .where(isSeen("groups", param("sees")))
      .forUpdate(),
  ),

  touch: statement<Key & { version: number; updatedAt: Date }>()("group-touch", (param) =>
    queryBuilder
      .updateTable("groups")
      .set({ version: param("version"), updated_at: param("updatedAt") })
      .where("tenant_id", "=", param("tenantId"))
      .where("id", "=", param("id")),
  ),

  /** Which of the ids, given in order, are users, and which are groups; each is looked up by its key. Neither can be deleted until the transaction ends. */
  lockUsers: statement<Wanted>()(
    "group-lock-users",
    (param) => sql<{ id: string }>`
      select known.id from unnest(${param("ids")}::uuid[]) wanted cross join lateral (
        select id from users
        where tenant_id = ${param("tenantId")} and id = wanted and ${isSeen("users", param("sees"))} offset 0 for key share
      ) known`,
  ),
  lockGroups: statement<Wanted>()(
    "group-lock-groups",
    (param) => sql<{ id: string }>`
      select known.id from unnest(${param("ids")}::uuid[]) wanted cross join lateral (
        select id from groups
        where tenant_id = ${param("tenantId")} and id = wanted and ${isSeen("groups", param("sees"))} offset 0 for key share
      ) known`,
  ),

  addUsers: statement<Members>()(
    "group-add-users",
    (param) => sql<{ id: string }>`
      insert into memberships (tenant_id, group_id, user_id)
      select ${param("tenantId")}::uuid, ${param("groupId")}::uuid, id from unnest(${param("ids")}::uuid[]) id
      on conflict do nothing
      returning user_id as id`,
  ),
  addGroups: statement<Members>()(
    "group-add-groups",
    (param) => sql<{ id: string }>`
      insert into nestings (tenant_id, group_id, child_id)
      select ${param("tenantId")}::uuid, ${param("groupId")}::uuid, id from unnest(${param("ids")}::uuid[]) id
      on conflict do nothing
      returning child_id as id`,
  ),

  /** Both kinds at once: whoever removes a member does not say what it is. */
  removeOne: statement<Omit<Members, "ids"> & { id: string }>()(
    "group-remove-member",
    (param) => sql<MemberKey>`
      with users_gone as (
        delete from memberships
        where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")} and user_id = ${param("id")}::uuid
        returning user_id
      ), groups_gone as (
        delete from nestings
        where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")} and child_id = ${param("id")}::uuid
        returning child_id
      )
      select user_id as id, 'user' as type from users_gone union all select child_id, 'group' from groups_gone`,
  ),
  removeMany: statement<Members>()(
    "group-remove-members",
    (param) => sql<MemberKey>`
      with users_gone as (
        delete from memberships
        where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")} and user_id = any(${param("ids")}::uuid[])
        returning user_id
      ), groups_gone as (
        delete from nestings
        where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")} and child_id = any(${param("ids")}::uuid[])
        returning child_id
      )
      select user_id as id, 'user' as type from users_gone union all select child_id, 'group' from groups_gone`,
  ),
  retain: statement<Members>()(
    "group-retain-members",
    (param) => sql<MemberKey>`
      with retained as (
        select id from unnest(${param("ids")}::uuid[]) id
      ), users_gone as (
        delete from memberships
        where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")}
          and not exists (select from retained where retained.id = memberships.user_id)
        returning user_id
      ), groups_gone as (
        delete from nestings
        where tenant_id = ${param("tenantId")} and group_id = ${param("groupId")}
          and not exists (select from retained where retained.id = nestings.child_id)
        returning child_id
      )
      select user_id as id, 'user' as type from users_gone union all select child_id, 'group' from groups_gone`,
  ),

  /** Which of the groups contain this one, however deep, or are it. */
  containing: statement<Members>()(
    "group-containing",
    (param) => sql<{ id: string }>`
      with recursive above (id) as (
        select ${param("groupId")}::uuid
        union
        select nestings.group_id from above join nestings on nestings.child_id = above.id
        where nestings.tenant_id = ${param("tenantId")}
      )
      select id from above where id = any(${param("ids")}::uuid[])`,
  ),

  /** Another group of this name, unique names or not. */
  sameName: statement<Key & { nameKey: string }>()("group-same-name", (param) =>
    queryBuilder
      .selectFrom("groups")
      .select("id")
      .where("tenant_id", "=", param("tenantId"))
      .where("display_name_key", "=", param("nameKey"))
      .where("id", "!=", param("id"))
      .limit(1),
  ),
};
