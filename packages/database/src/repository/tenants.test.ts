import {
  createToken,
  createTenant,
  deleteTenant,
  newId,
  pauseTenant,
  renameTenant,
  restoreTenant,
  resumeTenant,
  updateConnection,
} from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
const actor = { kind: "api_key", id: newId() } as const;
let database: Database;
let admin: Client;

beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  admin = new Client(testDatabase.url);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.close();
});

const tenants = () => database.openPlatform().tenants;

async function newTenant() {
  const { tenant, connection } = await createTenant(tenants(), { name: "Acme", identityProvider: "okta", actor });
  const directory = database.openDirectory(tenant.id);
  const request = { tenantId: tenant.id, connectionId: connection.id, name: "Okta", actor };
  const { token } = await createToken({ tokens: directory.tokens, pepper: "pepper" }, request);
  return { id: tenant.id, connection, directory, verdict: () => directory.tokens.findVerdict(token.id) };
}

async function eventTypes(tenantId: string): Promise<string[]> {
  await database.sequencer.numberEvents(tenantId, 100);
  const events = await database.openDirectory(tenantId).events.list({ after: 3, count: 100 });
  return events.map(({ type }) => type);
}

describe("the state of a tenant", () => {
  it("goes from one to the next, with one event for each change and none where nothing changes", async () => {
    const { id } = await newTenant();
    const change = { id, actor };
    for (const times of [1, 2]) {
      expect(times && (await pauseTenant(tenants(), change)).state).toBe("paused");
    }
    expect((await resumeTenant(tenants(), change)).state).toBe("active");
    expect((await resumeTenant(tenants(), change)).state).toBe("active");
    const deleted = await deleteTenant(tenants(), change);
    expect(deleted).toMatchObject({ state: "deleted", deletedAt: expect.any(Date) });
    expect(await deleteTenant(tenants(), change)).toEqual(deleted);
    expect(await restoreTenant(tenants(), change)).toMatchObject({ state: "active", deletedAt: null });
    expect((await restoreTenant(tenants(), change)).state).toBe("active");
    expect(await eventTypes(id)).toEqual(["tenant.paused", "tenant.resumed", "tenant.deleted", "tenant.restored"]);
  });

  it("changes by restoration only once it is deleted, and not at all once its window is past", async () => {
    const { id } = await newTenant();
    const change = { id, actor };
    await deleteTenant(tenants(), change);
    const refusal = { refusal: { code: "tenant_deleted", id } };
    await expect(renameTenant(tenants(), { ...change, name: "Other" })).rejects.toMatchObject(refusal);
    await expect(pauseTenant(tenants(), change)).rejects.toMatchObject(refusal);
    await expect(resumeTenant(tenants(), change)).rejects.toMatchObject(refusal);
    await admin.query("update tenants set deleted_at = now() - interval '30 days' where id = $1", [id]);
    await expect(restoreTenant(tenants(), change)).rejects.toMatchObject({ refusal: { code: "not_found" } });
  });

  it("is not found where there is no such tenant", async () => {
    const change = { id: newId(), actor };
    for (const use of [pauseTenant, resumeTenant, deleteTenant, restoreTenant]) {
      await expect(use(tenants(), change)).rejects.toMatchObject({ refusal: { code: "not_found" } });
    }
  });

  it("loses nothing when it changes at the same time as the name", async () => {
    const { id } = await newTenant();
    await Promise.all([
      pauseTenant(tenants(), { id, actor }),
      renameTenant(tenants(), { id, name: "Globex", actor }),
      createTenant(tenants(), { name: "Other", identityProvider: "okta", actor }),
    ]);
    expect(await tenants().find(id)).toMatchObject({ name: "Globex", state: "paused" });
  });

  it("decides what its tokens open", async () => {
    const { id, verdict } = await newTenant();
    expect(await verdict()).toMatchObject({ live: true, connection: { state: "active" } });
    await pauseTenant(tenants(), { id, actor });
    expect(await verdict()).toMatchObject({ live: true, connection: { state: "paused" } });
    await deleteTenant(tenants(), { id, actor });
    expect(await verdict()).toMatchObject({ live: false });
    await restoreTenant(tenants(), { id, actor });
    expect(await verdict()).toMatchObject({ live: true, connection: { state: "active" } });
  });
});

describe("a connection", () => {
  it("takes on two changes at the same time", async () => {
    const { connection, directory } = await newTenant();
    const { connections } = directory;
    for (let round = 0; round < 10; round++) {
      const name = `Okta ${round}`;
      const state = round % 2 === 0 ? "paused" : "active";
      await Promise.all([
        updateConnection(connections, { id: connection.id, name, actor }),
        updateConnection(connections, { id: connection.id, state, actor }),
      ]);
      expect(await connections.find(connection.id)).toMatchObject({ name, state });
    }
  });

  it("stays as it is, without an event, when nothing of it changes, and is not found where there is none", async () => {
    const { id, connection, directory } = await newTenant();
    const { connections } = directory;
    expect(await updateConnection(connections, { id: connection.id, name: " Default ", actor })).toEqual(connection);
    expect(await eventTypes(id)).toEqual([]);
    await expect(updateConnection(connections, { id: newId(), name: "x", actor })).rejects.toMatchObject({
      refusal: { code: "not_found", resource: "connection" },
    });
  });
});
