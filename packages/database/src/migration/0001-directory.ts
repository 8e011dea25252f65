import { type Kysely, sql } from "kysely";
import { type Migration } from "kysely/migration";
import { placeTable } from "./place-table.ts";
import { isolateByTenant } from "./isolate-by-tenant.ts";

/**
 * Rules that hold for every tenant table: tenant_id comes first in every key and unique index, foreign keys carry it,
 * there are no triggers, ids are made by the application, and each statement is a call of its own. Keys that are
 * compared byte by byte are `collate "C"`, so that order and prefix search do not depend on the server's locale.
 *
 * memberships hold the users in groups, nestings the groups in groups. A group's unique_name_key is set only where its
 * connection wants names to be unique, so that one index serves connections that do and that do not.
 *
 * users and groups have no foreign key to connections or tenants on purpose: each insert would lock that one shared
 * row, and all inserts of a tenant would queue behind it.
 */
export const directory: Migration = {
  async up(db) {
    await createTenancy(db);
    await createUsers(db);
    await createGroups(db);
    await isolateByTenant(db, ["connections", "tokens", "users", "groups", "memberships", "nestings", "deletions"]);
  },
};

async function createTenancy(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tenants (
      id uuid primary key,
      name text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`.execute(db);
  await placeTable(db, "tenants", "everywhere");

  await sql`
    create table connections (
      tenant_id uuid not null references tenants (id),
      id uuid not null,
      name text not null,
      identity_provider text not null,
      state text not null check (state in ('active', 'paused')),
      unique_group_names boolean not null,
      unknown_members text not null check (unknown_members in ('refuse', 'skip')),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id)
    )`.execute(db);
  await placeTable(db, "connections", "by tenant");

  await sql`
    create table tokens (
      tenant_id uuid not null,
      id uuid not null,
      connection_id uuid not null,
      name text not null,
      hint text not null,
      digest bytea not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      primary key (tenant_id, id),
      foreign key (tenant_id, connection_id) references connections (tenant_id, id)
    )`.execute(db);
  await placeTable(db, "tokens", "by tenant");
}

async function createUsers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users (
      tenant_id uuid not null,
      id uuid not null,
      connection_id uuid,
      origin text not null check (origin in ('idp', 'platform')),
      external_id text collate "C",
      user_name text not null,
      user_name_key text collate "C" not null,
      email_keys text[] collate "C" not null,
      active boolean not null,
      profile jsonb not null,
      profile_key jsonb not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint users_user_name unique (tenant_id, user_name_key),
      constraint users_external_id unique (tenant_id, external_id, connection_id)
    ) with (fillfactor = 85)`.execute(db);
  await placeTable(db, "users", "by tenant");
  // Without fastupdate: a pending list would make look-ups by e-mail read it from end to end.
  await sql`create index users_by_email on users using gin (email_keys) with (fastupdate = off)`.execute(db);
}

async function createGroups(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table groups (
      tenant_id uuid not null,
      id uuid not null,
      connection_id uuid,
      origin text not null check (origin in ('idp', 'platform')),
      external_id text collate "C",
      display_name text not null,
      display_name_key text collate "C" not null,
      unique_name_key text collate "C",
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint groups_display_name unique (tenant_id, unique_name_key)
    ) with (fillfactor = 85)`.execute(db);
  await placeTable(db, "groups", "by tenant");
  await sql`create index groups_by_display_name on groups (tenant_id, display_name_key)`.execute(db);
  await sql`create index groups_by_external_id on groups (tenant_id, external_id)`.execute(db);

  await sql`
    create table memberships (
      tenant_id uuid not null,
      group_id uuid not null,
      user_id uuid not null,
      primary key (tenant_id, group_id, user_id),
      foreign key (tenant_id, group_id) references groups (tenant_id, id) on delete cascade,
      foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
    )`.execute(db);
  await placeTable(db, "memberships", "by tenant");
  await sql`create index memberships_by_user on memberships (tenant_id, user_id, group_id)`.execute(db);

  await sql`
    create table nestings (
      tenant_id uuid not null,
      group_id uuid not null,
      child_id uuid not null,
      primary key (tenant_id, group_id, child_id),
      foreign key (tenant_id, group_id) references groups (tenant_id, id) on delete cascade,
      foreign key (tenant_id, child_id) references groups (tenant_id, id) on delete cascade
    )`.execute(db);
  await placeTable(db, "nestings", "by tenant");
  await sql`create index nestings_by_child on nestings (tenant_id, child_id, group_id)`.execute(db);

  await sql`
    create table deletions (
      tenant_id uuid not null,
      resource_id uuid not null,
      resource_type text not null check (resource_type in ('user', 'group')),
      snapshot jsonb not null,
      deleted_at timestamptz not null default now(),
      primary key (tenant_id, resource_id)
    )`.execute(db);
  await placeTable(db, "deletions", "by tenant");
}
