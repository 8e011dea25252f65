import { type AuditLog, createTenant, type Directory, newId, pauseTenant, renameTenant } from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";
import { createSessionPool } from "../session/session-pool.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { Scope } from "../session/scope.ts";
import { transact } from "../session/session.ts";

const testDatabase = useDatabase();
const actor = { kind: "api_key", id: newId() } as const;
const provenance = { requestId: "request-1", ipAddress: "192.0.2.1" };
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

async function newDirectory(): Promise<Directory> {
  const { tenants } = database.openPlatform();
  const { tenant } = await createTenant(tenants, { name: "Acme", identityProvider: "okta", actor });
  return database.openDirectory(tenant.id, { provenance });
}

const refused = {
  actor: null,
  action: "access.denied",
  resourceType: null,
  resourceId: null,
  eventId: null,
} as const;

async function listed(audit: AuditLog, filter: object = {}) {
  return (await audit.list({ beforeId: undefined, count: 100, ...filter })).items;
}

describe("the audit log of a tenant", () => {
  it("tells of every change whose provenance is known, and names its event", async () => {
    const { tenantId, audit, events } = await newDirectory();
    await renameTenant(database.openPlatform().tenants, { id: tenantId, name: "Unknown origin", actor });
    await renameTenant(database.openPlatform(provenance).tenants, { id: tenantId, name: "Globex", actor });
    await database.sequencer.numberEvents(tenantId, 100);
    const last = (await events.list({ after: 3, count: 10 })).at(-1);
    expect(await listed(audit)).toEqual([
      {
        id: expect.any(String),
        actor,
        action: "tenant.updated",
        resourceType: "tenant",
        resourceId: tenantId,
        eventId: last?.id,
        ...provenance,
        recordedAt: expect.any(Date),
      },
    ]);
  });

  it("is written with the change or not at all", async () => {
    const { tenantId } = await newDirectory();
    // Postgres stores no NUL.
    const { tenants } = database.openPlatform({ requestId: "\0", ipAddress: null });
    await expect(renameTenant(tenants, { id: tenantId, name: "Globex", actor })).rejects.toMatchObject({
      code: "22021",
    });
    expect(await tenants.find(tenantId)).toMatchObject({ name: "Acme" });
  });

  it("holds what is no change as well, and is no other tenant's", async () => {
    const [one, other] = [await newDirectory(), await newDirectory()];
    await one.audit.append(refused);
    expect(await listed(one.audit)).toMatchObject([{ ...refused, ...provenance }]);
    expect(await listed(other.audit)).toEqual([]);
  });

  it("is read from the newest on, in pages", async () => {
    const { audit } = await newDirectory();
    const names = ["first", "second", "third"];
    for (const resourceId of names) await audit.append({ ...refused, resourceId });
    const first = await audit.list({ beforeId: undefined, count: 2 });
    const second = await audit.list({ beforeId: first.next?.id, count: 2 });
    expect([...first.items, ...second.items].map(({ resourceId }) => resourceId)).toEqual(names.toReversed());
    expect(second.next).toBeUndefined();
  });

  it("is filtered by action, actor, resource and time", async () => {
    const { tenantId, audit } = await newDirectory();
    const { tenants } = database.openPlatform(provenance);
    await audit.append({ ...refused, resourceId: "thing" });
    await pauseTenant(tenants, { id: tenantId, actor });
    await admin.query(
      "update audit_entries set recorded_at = now() - interval '1 day' where tenant_id = $1 and action = 'access.denied'",
      [tenantId],
    );
    const [old, recent] = [[{ action: "access.denied" }], [{ action: "tenant.paused" }]];
    const anHourAgo = new Date(Date.now() - 3_600_000);
    expect(await listed(audit, { actions: ["access.denied", "api_key.created"] })).toMatchObject(old);
    expect(await listed(audit, { actorId: actor.id })).toMatchObject(recent);
    expect(await listed(audit, { resourceId: "thing" })).toMatchObject(old);
    expect(await listed(audit, { since: anHourAgo })).toMatchObject(recent);
    expect(await listed(audit, { until: anHourAgo })).toMatchObject(old);
    expect(await listed(audit, { since: anHourAgo, actions: ["access.denied"] })).toEqual([]);
  });
});

describe("the audit log of the deployment", () => {
  it("holds what belongs to no tenant, with no origin where there was no request", async () => {
    const { audit } = database.openPlatform();
    await audit.append({ ...refused, action: "authentication.failed" });
    expect(await listed(audit)).toMatchObject([
      { action: "authentication.failed", requestId: null, ipAddress: null, recordedAt: expect.any(Date) },
    ]);
    expect(await listed(audit, { actorId: actor.id })).toEqual([]);
  });
});

describe("an audit entry", () => {
  it.each<[Scope["kind"], string, string]>([
    ["tenant", "audit_entries", "update"],
    ["tenant", "audit_entries", "delete"],
    ["platform", "platform_audit_entries", "update"],
    ["platform", "platform_audit_entries", "delete"],
    ["retention", "platform_audit_entries", "delete"],
    ["retention", "audit_entries", "update"],
  ])("is out of reach for the role of a %s: %s, %s", async (kind, table, verb) => {
    const pool = createSessionPool({ databaseUrl: testDatabase.url, maxConnections: 1 });
    const command =
      verb === "update" ? sql`update ${sql.table(table)} set action = 'x'` : sql`delete from ${sql.table(table)}`;
    const attempt = transact(pool, { kind, tenantId: newId() }, (session) =>
      session.query(command.compile(queryBuilder)),
    );
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
    await pool.connections.end();
  });
});
