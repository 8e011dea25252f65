import { type Kysely, sql } from "kysely";
import { type Migration } from "kysely/migration";
import { placeTable } from "./place-table.ts";
import { isolateByTenant } from "./isolate-by-tenant.ts";

/**
 * extension_schemas: attributes that users of one tenant have beyond the standard's. unique_values: which user holds
 * which value of an attribute that is unique among them. entitlements: what identity providers may assign.
 */
export const extensionSchemas: Migration = {
  async up(db) {
    await createExtensionSchemas(db);
    await createEntitlements(db);
    await isolateByTenant(db, ["extension_schemas", "unique_values", "entitlements"]);
    await sql`grant select, insert, update, delete on extension_schemas, unique_values, entitlements to rollcall_app`.execute(
      db,
    );
  },
};

async function createExtensionSchemas(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table extension_schemas (
      tenant_id uuid not null,
      id uuid not null,
      urn text collate "C" not null,
      name text not null,
      description text not null,
      attributes jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint extension_schemas_urn unique (tenant_id, urn)
    )`.execute(db);
  await placeTable(db, "extension_schemas", "by tenant");

  await sql`
    create table unique_values (
      tenant_id uuid not null,
      attribute text collate "C" not null,
      value_key text collate "C" not null,
      user_id uuid not null,
      primary key (tenant_id, attribute, value_key),
      foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
    )`.execute(db);
  await placeTable(db, "unique_values", "by tenant");
  await sql`create index unique_values_by_user on unique_values (tenant_id, user_id)`.execute(db);
}

async function createEntitlements(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table entitlements (
      tenant_id uuid not null,
      id uuid not null,
      kind text not null check (kind in ('role', 'entitlement')),
      display_name text not null,
      display_name_key text collate "C" not null,
      type text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint entitlements_display_name unique (tenant_id, kind, display_name_key)
    )`.execute(db);
  await placeTable(db, "entitlements", "by tenant");
}
