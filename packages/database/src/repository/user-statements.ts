import { type RawBuilder, sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import { statement } from "../session/statement.ts";
import type { EventColumns } from "./event-columns.ts";
import { MAX_LOOKED_UP } from "./looked-up-page.ts";
import { userColumns, userGroups, type UserValues } from "./user-row.ts";

interface Key {
  tenantId: string;
  id: string;
}

/** The hot statements on users. A write and its event are one statement: they commit together, in one round trip. */
export const userStatements = {
  find: statement<Key>()("user-find", (param) =>
    queryBuilder
      .selectFrom("users")
      .select(userColumns)
      .select(userGroups.as("groups"))
      .where("users.tenant_id", "=", param("tenantId"))
      .where("users.id", "=", param("id")),
  ),

  findByExternalId: statement<{ tenantId: string; connectionId: string | null; externalId: string }>()(
    "user-find-by-external-id",
    (param) =>
      queryBuilder
        .selectFrom("users")
        .select(userColumns)
        .select(userGroups.as("groups"))
        .where("users.tenant_id", "=", param("tenantId"))
        .where("users.external_id", "=", param("externalId"))
        .where(sql<boolean>`users.connection_id is not distinct from ${param("connectionId")}::uuid`),
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
          ${param("active")}, ${param("profile")}, ${param("profileKey")}, 1, ${param("updatedAt")}, ${param("updatedAt")}
        ) returning tenant_id
      )
      insert into outbox (tenant_id, id, type, resource_type, resource_id, resource_version, actor, data, users_delta)
      select tenant_id, ${param("eventId")}::uuid, ${param("type")}, ${param("resourceType")}, ${param("resourceId")}::uuid,
        ${param("resourceVersion")}::integer, ${param("actor")}::jsonb, ${param("data")}::jsonb, 1
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
        returning tenant_id
      )
      insert into outbox (tenant_id, id, type, resource_type, resource_id, resource_version, actor, data)
      select tenant_id, ${param("eventId")}::uuid, ${param("type")}, ${param("resourceType")}, ${param("resourceId")}::uuid,
        ${param("resourceVersion")}::integer, ${param("actor")}::jsonb, ${param("data")}::jsonb
      from written
      returning id`,
  ),
};

/** Users by what identity providers look them up by. */
export const userLookups = {
  id: lookup("id", sql`users.id`, sql`uuid`),
  userName: lookup("user-name", sql`users.user_name_key`, sql`text`),
  externalId: lookup("external-id", sql`users.external_id`, sql`text`),
  "emails.value": statement<Lookup>()("user-by-email", (param) =>
    usersOfTenant(param("tenantId")).where(sql<boolean>`users.email_keys @> array[${param("value")}]::text[]`),
  ),
} as const;

interface Lookup {
  tenantId: string;
  value: string;
}

function lookup(name: string, column: RawBuilder<unknown>, type: RawBuilder<unknown>) {
  return statement<Lookup>()(`user-by-${name}`, (param) =>
    usersOfTenant(param("tenantId")).where(sql<boolean>`${column} = ${param("value")}::${type}`),
  );
}

/** In no order, which leaves the planner nothing to weigh the key's index against. */
function usersOfTenant(tenantId: RawBuilder<string>) {
  return queryBuilder
    .selectFrom("users")
    .select(userColumns)
    .select(userGroups.as("groups"))
    .where("users.tenant_id", "=", tenantId)
    .limit(MAX_LOOKED_UP + 1);
}

interface InsertParams extends Key, UserValues, EventColumns {
  connectionId: string | null;
  origin: string;
}

interface UpdateParams extends Key, UserValues, EventColumns {
  expectedVersion: number;
}
