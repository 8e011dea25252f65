import { newId } from "@rollcall/domain";
import { connectTo, useDatabase } from "@rollcall/test-database";
import { beforeEach, describe, expect, it } from "vitest";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations.ts";

const testDatabase = useDatabase({ migrated: false });
const BEFORE_PLATFORM_API = "0004-extension-schemas";

beforeEach(async () => {
  await using admin = await connectTo(testDatabase.url);
  // Not the whole schema: on Citus it holds views of the extension.
  const tables = await admin.query("select tablename from pg_tables where schemaname = 'public'");
  for (const [table] of tables) await admin.query(`drop table ${String(table)} cascade`);
});

async function ledger(): Promise<unknown[]> {
  await using admin = await connectTo(testDatabase.url);
  return (await admin.query("select name from kysely_migration order by name")).flat();
}

describe("migrate", () => {
  it("applies each migration once, however many processes do it at once", async () => {
    const applied: string[] = [];
    const processes = Array.from({ length: 4 }, () =>
      migrate({ databaseUrl: testDatabase.url, onApplied: (name) => applied.push(name) }),
    );
    await Promise.all(processes);
    expect(applied).toEqual(Object.keys(migrations));
    expect(await ledger()).toEqual(applied);
  });

  it("goes on from where the last one stopped, and does nothing when nothing is left", async () => {
    const applied: string[] = [];
    const options = { databaseUrl: testDatabase.url, onApplied: (name: string) => applied.push(name) };
    await migrate({ ...options, through: BEFORE_PLATFORM_API });
    expect(applied.at(-1)).toBe(BEFORE_PLATFORM_API);
    await migrate(options);
    await migrate(options);
    expect(applied).toEqual(Object.keys(migrations));
  });

  it("waits for an open transaction without keeping others waiting behind it", async () => {
    await migrate({ databaseUrl: testDatabase.url, through: BEFORE_PLATFORM_API });
    await using reader = await connectTo(testDatabase.url);
    await using other = await connectTo(testDatabase.url);
    await reader.query("begin");
    await reader.query("select * from tenants");
    const waits: string[] = [];
    const migrated = migrate({ databaseUrl: testDatabase.url, onWaiting: (reason) => waits.push(reason) });
    while (waits.length < 3) {
      // Fails, if it has to wait for longer than the migration may.
      await other.query("set statement_timeout = '3s'");
      await other.query("insert into tenants values ($1, 'Acme', now(), now())", [newId()]);
      await other.query("select count(*) from tenants");
    }
    expect(await ledger()).not.toContain("0005-platform-api");
    await reader.query("commit");
    await migrated;
    expect(await ledger()).toEqual(Object.keys(migrations));
  });

  it.each([
    ["0005-platform-api", "deletions_by_time", "deletions (deleted_at)"],
    ["0007-places", "users_by_email_2", "users (tenant_id, (email_keys[2]))"],
    ["0007-places", "users_by_more_emails", "users (tenant_id, id)"],
  ])("after %s, builds an index anew that an earlier attempt left half-built: %s", async (through, name, columns) => {
    await migrate({ databaseUrl: testDatabase.url, through });
    await using admin = await connectTo(testDatabase.url);
    await admin.query(`create index ${name} on ${columns}`);
    await admin.query(`update pg_index set indisvalid = false where indexrelid = '${name}'::regclass`);
    await migrate({ databaseUrl: testDatabase.url });
    expect(await admin.query(`select indisvalid from pg_index where indexrelid = '${name}'::regclass`)).toEqual([
      [true],
    ]);
  });

  it("finds who did what before it, too", async () => {
    await migrate({ databaseUrl: testDatabase.url, through: "0008-user-emails" });
    await using admin = await connectTo(testDatabase.url);
    const [tenantId, id, actorId] = [newId(), newId(), newId()];
    await admin.query("insert into audit_entries (tenant_id, id, actor, action) values ($1, $2, $3, 'user.created')", [
      tenantId,
      id,
      JSON.stringify({ kind: "api_key", id: actorId }),
    ]);
    await migrate({ databaseUrl: testDatabase.url });
    expect(await admin.query("select id from audit_entries where actor_id = $1", [actorId])).toEqual([[id]]);
  });
});

describe("the schema", () => {
  /** What the version before 0005 writes, as it writes it. */
  const writes = [
    "insert into tenants (id, name, created_at, updated_at) values (:tenant, 'Acme', now(), now())",
    "insert into feeds (tenant_id) values (:tenant)",
    `insert into connections (tenant_id, id, name, identity_provider, state, unique_group_names, unknown_members, created_at, updated_at)
     values (:tenant, :id, 'Okta', 'okta', 'active', false, 'refuse', now(), now())`,
    `insert into tokens (tenant_id, id, connection_id, name, hint, digest, created_at, expires_at, last_used_at, revoked_at)
     values (:tenant, :id, :id, 'SCIM', 'abcd', '\\x00', now(), now(), null, null)`,
    `with written as (
       insert into users (tenant_id, id, connection_id, origin, external_id, user_name, user_name_key, email_keys, active,
         profile, profile_key, version, created_at, updated_at)
       values (:tenant, :id, :id, 'idp', null, 'Ada', 'ada', '{}', true, '{}', '{}', 1, now(), now()) returning tenant_id
     )
     insert into outbox (tenant_id, id, type, resource_type, resource_id, resource_version, actor, data, users_delta)
     select tenant_id, :id, 'user.created', 'user', :id, 1, '{}', '{}', 1 from written`,
    `insert into groups (tenant_id, id, connection_id, origin, external_id, display_name, display_name_key, unique_name_key,
       version, created_at, updated_at)
     values (:tenant, :id, :id, 'idp', null, 'Team', 'team', null, 1, now(), now())`,
    `insert into memberships (tenant_id, group_id, user_id) select :tenant, :id, id from unnest(array[:id]::uuid[]) id
     on conflict do nothing returning user_id as id`,
    `insert into deletions (tenant_id, resource_id, resource_type, snapshot) values (:tenant, :id, 'user', '{}')`,
    `insert into extension_schemas (tenant_id, id, urn, name, description, attributes, created_at, updated_at)
     values (:tenant, :id, 'urn:x', 'X', '', '[]', now(), now())`,
    `insert into unique_values (tenant_id, attribute, value_key, user_id) values (:tenant, 'badge', '1', :id)`,
    `insert into entitlements (tenant_id, id, kind, display_name, display_name_key, type, created_at, updated_at)
     values (:tenant, :id, 'role', 'Admin', 'admin', null, now(), now())`,
    `with moved as (delete from outbox where tenant_id = :tenant returning *), numbered as (
       insert into events (tenant_id, sequence, id, type, resource_type, resource_id, resource_version, actor, data, recorded_at)
       select tenant_id, row_number() over (order by recorded_at, id), id, type, resource_type, resource_id,
         resource_version, actor, data, recorded_at from moved
     )
     update feeds set last_sequence = last_sequence + 1, users_total = users_total + 1 where tenant_id = :tenant`,
  ];

  it("takes what a process of the version before writes that still runs", async () => {
    await migrate({ databaseUrl: testDatabase.url });
    await using client = await connectTo(testDatabase.url);
    const [tenant, id] = [newId(), newId()];
    const run = (text: string) => client.query(text.replaceAll(":tenant", `'${tenant}'`).replaceAll(":id", `'${id}'`));
    await client.query("begin");
    await run("set local role rollcall_app");
    await run("set local app.tenant_id = :tenant");
    for (const text of writes) await run(text);
    await client.query("commit");
    expect(await client.query("select state, deleted_at from tenants")).toEqual([["active", null]]);
  });

  it("gives a key that such a process registers no scope", async () => {
    await migrate({ databaseUrl: testDatabase.url });
    await using client = await connectTo(testDatabase.url);
    await client.query("set role rollcall_platform");
    await client.query(
      `insert into api_keys (id, name, hint, digest, created_at, revoked_at) values ($1, 'admin', 'abcd', '\\x00', now(), null)`,
      [newId()],
    );
    expect(await client.query("select scopes from api_keys")).toEqual([[[]]]);
  });
});
