import { sql } from "kysely";
import { isSeen } from "../predicate/visibility.ts";
import { queryBuilder } from "../session/query-builder.ts";
import { statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import type { EventColumns } from "./event-columns.ts";
import { userColumns, userGroups, type UserValues } from "./user-row.ts";

interface Key {
  tenantId: string;
  id: string;
}

/** The hot statements on users. A write and its event are one statement: they commit together, in one round trip. */
export const userStatements = {
  findByExternalId: statement<FindParams>()("user-find-by-external-id", (param) =>
    queryBuilder
      .selectFrom("users")
      .select(userColumns)
      .select(userGroups(param("sees")).as("groups"))
      .where("users.tenant_id", "=", param("tenantId"))
      .where("users.external_id", "=", param("externalId"))
      .where(sql<boolean>`users.connection_id is not distinct from ${param("connectionId")}::uuid`)
      .where(isSeen("users", param("sees"))),
  ),

  insert: statement<InsertParams>()(
    "user-insert",
    (param) => sql<object>`
      with written as (
        insert into users (
          tenant_id, id, connection_id, origin, external_id, user_name, user_name_key, email_keys,
          active, profile, profile_key, version, created_at, updated_at
        ) values (
          ${param("tenantId")}, ${param("id")}, ${param("connectionId")}, ${param("origin")}, ${param("externalId")},
          ${param("userName")}, ${param("userNameKey")}, ${param("emailKeys")},
          ${param("active")}, ${param("profile")}, ${param("profileKey")}, ${param("version")}, ${param("createdAt")}, ${param("updatedAt")}
        ) returning tenant_id, origin
      )
      insert into outbox (
        tenant_id, id, type, resource_type, resource_id, resource_version, actor, data, users_delta, platform_users_delta
      )
      select tenant_id, ${param("eventId")}::uuid, ${param("type")}, ${param("resourceType")}, ${param("resourceId")}::uuid,
        ${param("resourceVersion")}::integer, ${param("actor")}::jsonb, ${param("data")}::jsonb, 1, (origin = 'platform')::int
      from written`,
  ),

  update: statement<UpdateParams>()(
    "user-update",
    (param) => sql<{ id: string }>`
      with written as (
        update users set
          external_id = ${param("externalId")}, user_name = ${param("userName")}, user_name_key = ${param("userNameKey")},
          email_keys = ${param("emailKeys")}, active = ${param("active")},
          profile = ${param("profile")}, profile_key = ${param("profileKey")}, version = version + 1, updated_at = ${param("updatedAt")}
        where tenant_id = ${param("tenantId")} and id = ${param("id")} and version = ${param("expectedVersion")}
          and ${isSeen("users", param("sees"))}
        returning tenant_id
      )
      insert into outbox (tenant_id, id, type, resource_type, resource_id, resource_version, actor, data)
      select tenant_id, ${param("eventId")}::uuid, ${param("type")}, ${param("resourceType")}, ${param("resourceId")}::uuid,
        ${param("resourceVersion")}::integer, ${param("actor")}::jsonb, ${param("data")}::jsonb
      from written
      returning id`,
  ),
};

interface FindParams extends Pick<TenantAccess, "tenantId" | "sees"> {
  connectionId: string | null;
  externalId: string;
}

interface InsertParams extends Key, UserValues, EventColumns {
  connectionId: string | null;
  origin: string;
  version: number;
  createdAt: Date;
}

interface UpdateParams extends Key, UserValues, EventColumns {
  sees: TenantAccess["sees"];
  expectedVersion: number;
}
