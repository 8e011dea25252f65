import { type Kysely, sql } from "kysely";
import { type Migration } from "kysely/migration";
import { isolateByTenant } from "./isolate-by-tenant.ts";
import { placeTable } from "./place-table.ts";

/**
 * What the internal API needs beyond the directory: states of tenants, scopes of API keys, the audit log, idempotency
 * keys, and totals that tell what the platform made itself from what identity providers pushed.
 *
 * api_key_uses stands apart from api_keys, and platform_audit_entries from audit_entries: a table that is on every node
 * of a cluster is written rarely, and one by tenant only inside that tenant.
 *
 * A fourth role, rollcall_retention, erases what is past its time: it sees which tenants hold something of the kind, and
 * deletes inside the one that the setting app.tenant_id names.
 */
export const platformApi: Migration = {
  async up(db) {
    await extendTenants(db);
    await extendApiKeys(db);
    await createAudit(db);
    await createIdempotencyKeys(db);
    await extendTotals(db);
    await grantRetention(db);
  },
};

async function extendTenants(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tenants add column state text not null default 'active'`.execute(db);
  await sql`alter table tenants add constraint tenants_state check (state in ('active', 'paused', 'deleted'))`.execute(
    db,
  );
  await sql`alter table tenants add column deleted_at timestamptz`.execute(db);
}

/**
 * The keys there are already are those of the command line, which may do everything. One that a process of the version
 * before makes meanwhile may do nothing.
 */
async function extendApiKeys(db: Kysely<unknown>): Promise<void> {
  const everything = sql.lit(
    "{tenants:write,connections:write,tokens:write,users:write,groups:write,schemas:write,entitlements:write,events:read,audit:read,api_keys:write}",
  );
  await sql`alter table api_keys add column scopes text[] not null default ${everything}`.execute(db);
  await sql`alter table api_keys alter column scopes set default '{}'`.execute(db);
  await sql`alter table api_keys add column tenant_id uuid`.execute(db);
  await sql`alter table api_keys add column expires_at timestamptz`.execute(db);
  await sql`create table api_key_uses (id uuid primary key, last_used_at timestamptz not null)`.execute(db);
  await placeTable(db, "api_key_uses", "by id");
  await sql`grant select, insert, update on api_key_uses to rollcall_platform`.execute(db);
}

async function createAudit(db: Kysely<unknown>): Promise<void> {
  const columns = sql`
    id uuid not null,
    actor jsonb,
    action text not null,
    resource_type text,
    resource_id text,
    event_id uuid,
    request_id text,
    ip_address text,
    recorded_at timestamptz not null default clock_timestamp()`;
  await sql`create table audit_entries (tenant_id uuid not null, ${columns}, primary key (tenant_id, id))`.execute(db);
  await placeTable(db, "audit_entries", "by tenant");
  await isolateByTenant(db, ["audit_entries"]);
  await sql`create index audit_entries_by_resource on audit_entries (tenant_id, resource_id, id)`.execute(db);
  await sql`create index audit_entries_by_actor on audit_entries (tenant_id, (actor ->> 'id'), id)`.execute(db);
  await sql`create index audit_entries_by_time on audit_entries (tenant_id, recorded_at)`.execute(db);
  await sql`grant select, insert on audit_entries to rollcall_app`.execute(db);
  await sql`create table platform_audit_entries (${columns}, primary key (id))`.execute(db);
  await placeTable(db, "platform_audit_entries", "everywhere");
  await sql`grant select, insert on platform_audit_entries to rollcall_platform`.execute(db);
}

async function createIdempotencyKeys(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table idempotency_keys (
      tenant_id uuid not null,
      caller text collate "C" not null,
      key text collate "C" not null,
      fingerprint bytea not null,
      answer bytea,
      claimed_at timestamptz not null default clock_timestamp(),
      primary key (tenant_id, caller, key)
    )`.execute(db);
  await placeTable(db, "idempotency_keys", "by tenant");
  await isolateByTenant(db, ["idempotency_keys"]);
  await sql`grant select, insert, update, delete on idempotency_keys to rollcall_app`.execute(db);
}

async function extendTotals(db: Kysely<unknown>): Promise<void> {
  for (const column of ["platform_users", "platform_groups"]) {
    const [delta, total] = [sql.ref(`${column}_delta`), sql.ref(`${column}_total`)];
    await sql`alter table outbox add column ${delta} smallint not null default 0`.execute(db);
    await sql`alter table feeds add column ${total} bigint not null default 0`.execute(db);
  }
}

/** The columns it names rows by, and none that tell of a person. */
const erasable = {
  tenants: ["id", "state", "deleted_at"],
  connections: ["tenant_id", "id"],
  tokens: ["tenant_id", "id"],
  users: ["tenant_id", "id"],
  groups: ["tenant_id", "id"],
  memberships: ["tenant_id", "group_id", "user_id"],
  nestings: ["tenant_id", "group_id", "child_id"],
  deletions: ["tenant_id", "resource_id", "resource_type", "deleted_at"],
  extension_schemas: ["tenant_id", "id"],
  unique_values: ["tenant_id", "attribute", "value_key"],
  entitlements: ["tenant_id", "id"],
  outbox: ["tenant_id", "id"],
  events: ["tenant_id", "sequence"],
  feeds: ["tenant_id"],
  audit_entries: ["tenant_id", "id"],
  idempotency_keys: ["tenant_id", "caller", "key", "claimed_at"],
} as const;

async function grantRetention(db: Kysely<unknown>): Promise<void> {
  await sql`create index idempotency_keys_by_time on idempotency_keys (claimed_at)`.execute(db);
  await sql`grant usage on schema public to rollcall_retention`.execute(db);
  await sql`grant insert on outbox, audit_entries, platform_audit_entries to rollcall_retention`.execute(db);
  await sql`grant select (tenant_id, revoked_at), update (revoked_at) on api_keys to rollcall_retention`.execute(db);
  for (const [table, columns] of Object.entries(erasable)) {
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`grant delete, select (${names}) on ${sql.table(table)} to rollcall_retention`.execute(db);
  }
  for (const table of ["tenants", "deletions", "idempotency_keys"]) {
    await sql`create policy retention on ${sql.table(table)} for select to rollcall_retention using (true)`.execute(db);
  }
  await sql`
    create policy retention_delete on tenants for delete to rollcall_retention
      using (id = nullif(current_setting('app.tenant_id', true), '')::uuid)`.execute(db);
}
