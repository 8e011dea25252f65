import type { GroupReference } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import { statement } from "../session/statement.ts";
import type { EventColumns } from "./event-columns.ts";
import { MAX_LOOKED_UP } from "./looked-up-page.ts";
import { noGroups, userColumns, userGroups, type UserValues } from "./user-row.ts";

interface Key {
  tenantId: string;
  id: string;
}

/** The hot statements on users. A write and its event are one statement: they commit together, in one round trip. */
export const userStatements = {
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

/** Users by what identity providers look them up by, with their groups and without. */
export const userLookups = lookups("user", userGroups);
export const bareUserLookups = lookups("bare-user", noGroups);

interface Lookup {
  tenantId: string;
  value: string;
}

type Condition = (value: RawBuilder<string>) => RawBuilder<boolean>;

function lookups(prefix: string, groups: RawBuilder<GroupReference[]>) {
  const lookup = (name: string, condition: Condition) =>
    statement<Lookup>()(`${prefix}-by-${name}`, (param) =>
      // In no order, which leaves the planner nothing to weigh the key's index against.
      queryBuilder
        .selectFrom("users")
        .select(userColumns)
        .select(groups.as("groups"))
        .where("users.tenant_id", "=", param("tenantId"))
        .where(condition(param("value")))
        .limit(MAX_LOOKED_UP + 1),
    );
  return {
    id: lookup("id", (value) => sql`users.id = ${value}::uuid`),
    userName: lookup("user-name", (value) => sql`users.user_name_key = ${value}::text`),
    externalId: lookup("external-id", (value) => sql`users.external_id = ${value}::text`),
    "emails.value": lookup("email", (value) => sql`users.email_keys @> array[${value}]::text[]`),
  };
}

interface InsertParams extends Key, UserValues, EventColumns {
  connectionId: string | null;
  origin: string;
}

interface UpdateParams extends Key, UserValues, EventColumns {
  expectedVersion: number;
}
