import { type RawBuilder, sql } from "kysely";
import { isSeen } from "../predicate/visibility.ts";
import { type Parameter, statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import type { EventColumns } from "./event-columns.ts";
import { type UserRow, userSelections } from "./user-row.ts";
import type { UserValues } from "./user-values.ts";

interface Key {
  tenantId: string;
  id: string;
}

/** The hot statements on users. A write and its event are one statement: they commit together, in one round trip. */
export const userStatements = {
  findByExternalId: statement<FindParams>()(
    "user-find-by-external-id",
    (param) => sql<UserRow>`
      select ${userSelections.user(param("sees"))} from users
      where users.tenant_id = ${param("tenantId")} and users.external_id = ${param("externalId")}
        and users.connection_id is not distinct from ${param("connectionId")}::uuid and ${isSeen("users", param("sees"))}`,
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

  update: updateStatement<UpdateParams>("user-update", (param) => [
    sql`external_id = ${param("externalId")}, user_name = ${param("userName")}, user_name_key = ${param("userNameKey")}`,
    sql`email_keys = ${param("emailKeys")}, active = ${param("active")}`,
    sql`profile = ${param("profile")}, profile_key = ${param("profileKey")}`,
  ]),

  /** Activates or deactivates: what identity providers do most. */
  setActive: updateStatement<SetActiveParams>("user-set-active", (param) => [sql`active = ${param("active")}`]),
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

interface ChangeParams extends Key, EventColumns {
  sees: TenantAccess["sees"];
  expectedVersion: number;
  updatedAt: Date;
}

interface UpdateParams extends ChangeParams, UserValues {}

interface SetActiveParams extends ChangeParams {
  active: boolean;
}

/** Compare-and-set: answers no row when the user has another version by now. */
function updateStatement<TParams extends ChangeParams>(
  name: string,
  changes: (param: Parameter<TParams>) => RawBuilder<unknown>[],
) {
  return statement<TParams>()(
    name,
    (param) => sql<{ id: string }>`
      with written as (
        update users set ${sql.join(changes(param))}, version = version + 1, updated_at = ${param("updatedAt")}
        where tenant_id = ${param("tenantId")} and id = ${param("id")} and version = ${param("expectedVersion")}
          and ${isSeen("users", param("sees"))}
        returning tenant_id
      )
      insert into outbox (tenant_id, id, type, resource_type, resource_id, resource_version, actor, data)
      select tenant_id, ${param("eventId")}::uuid, ${param("type")}, ${param("resourceType")}, ${param("resourceId")}::uuid,
        ${param("resourceVersion")}::integer, ${param("actor")}::jsonb, ${param("data")}::jsonb
      from written
      returning id`,
  );
}
