import { setTimeout as sleep } from "node:timers/promises";
import { type Database, openDatabase } from "@rollcall/database";
import { createTenant, deleteTenant, type RetentionRepository } from "@rollcall/domain";
import { createLogger } from "@rollcall/telemetry";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startWorker } from "./start-worker.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
const cleanups: (() => Promise<unknown>)[] = [];
let database: Database;
let admin: Client;

beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  admin = new Client(testDatabase.url);
  await admin.connect();
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});
afterAll(async () => {
  await admin.end();
  await database.close();
});

const nothingToNumber = { pendingTenants: () => Promise.resolve([]), numberEvents: () => Promise.resolve(0) };
const nothingDue: RetentionRepository = {
  dueTenants: () => Promise.resolve([]),
  purgeDeletions: () => Promise.resolve(0),
  purgeIdempotencyKeys: () => Promise.resolve(0),
  purgeTenant: () => Promise.resolve(true),
};

/** Starts a worker that looks often; the messages it logs are returned as they come. */
function work(retention: RetentionRepository, retentionIntervalMs = 20) {
  const log: string[] = [];
  const destination = { write: (line: string) => void log.push(messageOf(line)) };
  const logger = createLogger({ level: "warn", name: "worker", destination });
  const worker = startWorker({ sequencer: nothingToNumber, retention, logger, retentionIntervalMs });
  cleanups.push(() => worker.stop());
  return { log, worker };
}

function messageOf(line: string): string {
  const { msg }: { msg: string } = JSON.parse(line);
  return msg;
}

async function newTenant(): Promise<string> {
  const { tenants } = database.openPlatform();
  return (await createTenant(tenants, { name: "Acme", identityProvider: "okta", actor })).tenant.id;
}

async function addDeletions(tenantId: string, age: string, count: number): Promise<void> {
  await admin.query(
    "insert into deletions select $1, gen_random_uuid(), 'user', '{}', now() - $2::interval from generate_series(1, $3::int)",
    [tenantId, age, count],
  );
}

async function countOf(table: "deletions" | "tenants", tenantId: string): Promise<number> {
  const column = table === "tenants" ? "id" : "tenant_id";
  const { rows } = await admin.query(`select count(*)::int as count from ${table} where ${column} = $1`, [tenantId]);
  return rows[0].count;
}

describe("the worker's retention", () => {
  it("erases what is past its time, however much, in several workers at once, and keeps the rest", async () => {
    const [kept, gone] = [await newTenant(), await newTenant()];
    await addDeletions(kept, "31 days", 1_300);
    await addDeletions(kept, "29 days", 3);
    await addDeletions(gone, "1 day", 1_300);
    await deleteTenant(database.openPlatform().tenants, { id: gone, actor });
    await admin.query("update tenants set deleted_at = now() - interval '31 days' where id = $1", [gone]);
    const { log } = work(database.retention);
    work(database.retention);
    await waitUntil(async () => (await countOf("deletions", kept)) === 3 && (await countOf("tenants", gone)) === 0);
    const { rows } = await admin.query(
      "select count(*)::int as count, count(distinct resource_id)::int as ids from outbox where tenant_id = $1 and type = 'user.purged'",
      [kept],
    );
    expect(rows).toEqual([{ count: 1_300, ids: 1_300 }]);
    expect(log).toEqual([]);
  });

  it("looks again after its interval", async () => {
    const tenantId = await newTenant();
    let rounds = 0;
    work({ ...database.retention, dueTenants: (count) => (rounds++, database.retention.dueTenants(count)) });
    await waitUntil(() => rounds > 1);
    await addDeletions(tenantId, "31 days", 1);
    const roundsBefore = rounds;
    await waitUntil(async () => (await countOf("deletions", tenantId)) === 0);
    expect(rounds).toBeGreaterThan(roundsBefore);
  });

  it("says once that it fails, tries again, and does not let one tenant hold up the others", async () => {
    let broken = true;
    const asked: string[] = [];
    const { log } = work({
      ...nothingDue,
      dueTenants: async () => ["broken", "sound"].map((tenantId) => ({ tenantId, whole: false })),
      async purgeDeletions(tenantId) {
        asked.push(tenantId);
        if (broken && tenantId === "broken") throw new Error("broken");
        return 0;
      },
    });
    await waitUntil(() => asked.length >= 4);
    expect(asked.slice(0, 4)).toEqual(["broken", "sound", "broken", "sound"]);
    broken = false;
    await waitUntil(() => log.length > 1);
    expect(log).toEqual([
      "what is past its time cannot be erased just now; trying again until it can",
      "what is past its time is erased again",
    ]);
  });

  it("finishes the piece in hand, and nothing after it, when it is stopped", async () => {
    const piece = Promise.withResolvers<boolean>();
    const asked: string[] = [];
    const { worker } = work({
      ...nothingDue,
      dueTenants: async () => ["first", "second"].map((tenantId) => ({ tenantId, whole: true })),
      purgeTenant(tenantId) {
        asked.push(tenantId);
        return piece.promise;
      },
    });
    await waitUntil(() => asked.length > 0);
    let stopped = false;
    const stopping = worker.stop().then(() => (stopped = true));
    await sleep(50);
    expect(stopped).toBe(false);
    piece.resolve(false);
    await stopping;
    expect(asked).toEqual(["first"]);
  });
});

async function waitUntil(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(10);
}
