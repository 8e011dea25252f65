import { createApiKey, createTenant, deleteTenant, fullAccess, restoreTenant } from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
let database: Database;
let admin: Client;
let tenantId: string;

beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  admin = new Client(testDatabase.url);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.close();
});
beforeEach(async () => {
  tenantId = await newTenant();
});

async function newTenant(): Promise<string> {
  const { tenants } = database.openPlatform({ requestId: null, ipAddress: null });
  return (await createTenant(tenants, { name: "Acme", identityProvider: "okta", actor })).tenant.id;
}

async function addDeletions(resourceType: "user" | "group", age: string): Promise<void> {
  await admin.query(
    "insert into deletions select $1, gen_random_uuid(), $2, '{}', now() - $3::interval from generate_series(1, 5)",
    [tenantId, resourceType, age],
  );
}

async function tenantTables(): Promise<string[]> {
  const { rows } = await admin.query(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' order by 1",
  );
  return rows.map(({ name }) => name);
}

/** How many rows each table holds of the tenant, those without any left out. */
async function rowsOf(id: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of await tenantTables()) {
    const { rows } = await admin.query(`select count(*)::int as count from ${name} where tenant_id = $1`, [id]);
    if (rows[0].count > 0) counts[name] = rows[0].count;
  }
  return counts;
}

/** A row or more in every table that a tenant can have rows in. */
async function fillTenant(id: string): Promise<void> {
  const statements = [
    `insert into users select $1, gen_random_uuid(), null, 'idp', null, 'u' || n, 'u' || n, '{}', true, '{}', '{}', 1, now(), now() from generate_series(1, 20) n`,
    `insert into groups select $1, gen_random_uuid(), null, 'idp', null, 'g' || n, 'g' || n, null, 1, now(), now() from generate_series(1, 3) n`,
    `insert into memberships select $1, g.id, u.id from groups g cross join users u where g.tenant_id = $1 and u.tenant_id = $1`,
    `insert into nestings select $1, min(id::text)::uuid, max(id::text)::uuid from groups where tenant_id = $1`,
    `insert into unique_values select $1, 'urn:a:b', id::text, id from users where tenant_id = $1`,
    `insert into extension_schemas values ($1, gen_random_uuid(), 'urn:a', 'A', '', '[]', now(), now())`,
    `insert into entitlements values ($1, gen_random_uuid(), 'role', 'R', 'r', null, now(), now())`,
    `insert into tokens select $1, gen_random_uuid(), id, 'T', 'abcd', '\\x00', now(), now(), null, null from connections where tenant_id = $1`,
    `insert into deletions values ($1, gen_random_uuid(), 'user', '{}')`,
    `insert into idempotency_keys (tenant_id, caller, key, fingerprint) values ($1, 'c', 'k', '\\x00')`,
    `insert into outbox (tenant_id, id, type, resource_type, resource_id, actor, data) values ($1, gen_random_uuid(), 'user.created', 'user', gen_random_uuid(), '{}', '{}')`,
  ];
  await database.sequencer.numberEvents(id, 100);
  for (const statement of statements) await admin.query(statement, [id]);
}

async function deletedLongAgo(id: string): Promise<void> {
  await deleteTenant(database.openPlatform().tenants, { id, actor });
  await admin.query("update tenants set deleted_at = now() - interval '30 days 1 minute' where id = $1", [id]);
}

const isDue = async (id: string) => (await database.retention.dueTenants(100)).find((due) => due.tenantId === id);

describe("what is deleted in a tenant", () => {
  it("is erased in pieces once its window is past, each with an event that does not tell what it was", async () => {
    await addDeletions("user", "29 days 23 hours");
    expect(await isDue(tenantId)).toBeUndefined();
    await addDeletions("user", "30 days 1 minute");
    await addDeletions("group", "31 days");
    expect(await isDue(tenantId)).toEqual({ tenantId, whole: false });

    const { retention, sequencer } = database;
    expect(await retention.purgeDeletions(tenantId, 7)).toBe(7);
    expect(await retention.purgeDeletions(tenantId, 7)).toBe(3);
    expect(await retention.purgeDeletions(tenantId, 7)).toBe(0);
    expect(await isDue(tenantId)).toBeUndefined();
    expect((await rowsOf(tenantId))["deletions"]).toBe(5);

    await sequencer.numberEvents(tenantId, 100);
    const types = ["user.purged", "group.purged"] as const;
    const events = await database.openDirectory(tenantId).events.list({ after: 0, count: 100, types });
    expect(events.map(({ type }) => type).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => "group.purged"),
      ...Array.from({ length: 5 }, () => "user.purged"),
    ]);
    for (const event of events) {
      expect(event.actor).toEqual(actor);
      expect([{ userId: event.resourceId }, { groupId: event.resourceId }]).toContainEqual(event.data);
    }
    const { items } = await database
      .openDirectory(tenantId)
      .audit.list({ actions: types, beforeId: undefined, count: 100 });
    expect(items).toHaveLength(10);
  });
});

describe("idempotency keys", () => {
  it("are erased after a day, those of the deployment too", async () => {
    for (const store of [database.openDirectory(tenantId).idempotency, database.openPlatform().idempotency]) {
      for (const key of ["a", "b", "c", "young"]) {
        await store.claim({ caller: "me", key, fingerprint: Buffer.from("x") });
      }
    }
    await admin.query("update idempotency_keys set claimed_at = now() - interval '25 hours' where key <> 'young'");
    const due = await database.retention.dueTenants(10);
    const nobody = due.find((one) => one.tenantId !== tenantId)?.tenantId ?? "";
    for (const id of [tenantId, nobody]) {
      expect(await database.retention.purgeIdempotencyKeys(id, 2)).toBe(2);
      expect(await database.retention.purgeIdempotencyKeys(id, 2)).toBe(1);
      expect((await rowsOf(id))["idempotency_keys"]).toBe(1);
    }
    expect(await database.retention.dueTenants(10)).toEqual([]);
  });
});

describe("a deleted tenant", () => {
  it("is erased wholly, a bounded piece at a time, with the keys that reach nothing else, and no other tenant", async () => {
    const other = await newTenant();
    for (const id of [tenantId, other]) await fillTenant(id);
    const before = await rowsOf(other);
    const maker = { actor, scopes: fullAccess, tenantId: null };
    const { apiKeys, tenants, audit } = database.openPlatform({ requestId: null, ipAddress: null });
    const key = { name: "Reports", scopes: ["users:read"], tenantId, maker } as const;
    const { apiKey } = await createApiKey({ apiKeys, tenants, pepper: "pepper" }, key);
    await deletedLongAgo(tenantId);
    expect(await isDue(tenantId)).toEqual({ tenantId, whole: true });

    expect(Object.keys(await rowsOf(tenantId))).toEqual(await tenantTables());
    let left = sum(await rowsOf(tenantId));
    for (let done = false; !done;) {
      done = await database.retention.purgeTenant(tenantId, 30);
      const now = sum(await rowsOf(tenantId));
      expect(left - now).toBeLessThanOrEqual(30);
      left = now;
    }
    // The key is the deployment's, and stays as revoked.
    expect(await rowsOf(tenantId)).toEqual({ api_keys: 1 });
    expect((await apiKeys.find(apiKey.id))?.revokedAt).toBeInstanceOf(Date);
    expect(await tenants.find(tenantId)).toBeUndefined();
    expect(await isDue(tenantId)).toBeUndefined();
    const { items } = await audit.list({ resourceId: tenantId, beforeId: undefined, count: 10 });
    expect(items).toMatchObject([{ action: "tenant.purged", actor }]);
    expect(await rowsOf(other)).toEqual(before);
  });

  it("is left alone within its window, and once it is restored", async () => {
    const { tenants } = database.openPlatform();
    await deleteTenant(tenants, { id: tenantId, actor });
    expect(await isDue(tenantId)).toBeUndefined();
    const before = await rowsOf(tenantId);
    expect(await database.retention.purgeTenant(tenantId, 100)).toBe(true);
    await restoreTenant(tenants, { id: tenantId, actor });
    expect(await database.retention.purgeTenant(tenantId, 100)).toBe(true);
    expect(await rowsOf(tenantId)).toMatchObject({ ...before, outbox: 4 });
  });
});

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
