import { setTimeout as sleep } from "node:timers/promises";
import { type Database, openDatabase } from "@rollcall/database";
import { createTenant, renameTenant } from "@rollcall/domain";
import { createLogger } from "@rollcall/telemetry";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { startWorker, type Worker } from "./start-worker.ts";

const testDatabase = useDatabase();
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const ACTOR = { kind: "system" } as const;
const nothingDue = {
  dueTenants: () => Promise.resolve([]),
  purgeDeletions: () => Promise.resolve(0),
  purgeIdempotencyKeys: () => Promise.resolve(0),
  purgeTenant: () => Promise.resolve(true),
};
/** More than one batch of a round. */
const CHANGES = 1_200;

describe("startWorker", () => {
  it("numbers what is there and what comes, tenant by tenant", async () => {
    const database = open();
    const first = await newTenant(database);
    work(database);
    await changes(database, first, 3);
    const second = await newTenant(database);
    expect(await sequences(database, first, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(await sequences(database, second, 2)).toEqual([1, 2]);
  });

  it("numbers without gaps or duplicates when two workers do it at once", async () => {
    const database = open();
    const tenants = [await newTenant(database), await newTenant(database)];
    work(open());
    work(open());
    await Promise.all(tenants.map((id) => changes(database, id, CHANGES)));
    const expected = Array.from({ length: CHANGES + 2 }, (_, i) => i + 1);
    for (const id of tenants) expect(await sequences(database, id, CHANGES + 2)).toEqual(expected);
  });

  it("outlives an outage of the database, and says once that it began and once that it ended", async () => {
    const database = open();
    const tenant = await newTenant(database);
    const log: string[] = [];
    work(open(), log);
    await sequences(database, tenant, 2);

    await cutConnections();
    await waitUntil(() => log.length > 0);
    // Long enough for several attempts.
    await sleep(1_000);
    expect(log).toEqual(["events cannot be numbered just now; trying again until they can"]);
    await allowConnections();
    await changes(open(), tenant, 2);
    expect(await sequences(open(), tenant, 4)).toEqual([1, 2, 3, 4]);
    await waitUntil(() => log.length > 1);
    expect(log.slice(1)).toEqual(["events are numbered again"]);
  });

  it("finishes the batch in hand, and nothing after it, when it is stopped", async () => {
    const batch = Promise.withResolvers<number>();
    const asked: string[] = [];
    const numberEvents = (tenantId: string) => {
      asked.push(tenantId);
      return batch.promise;
    };
    const logger = createLogger({ level: "silent", name: "worker" });
    const sequencer = { pendingTenants: () => Promise.resolve(["first", "second"]), numberEvents };
    const worker = startWorker({ sequencer, retention: nothingDue, logger });
    await waitUntil(() => asked.length > 0);
    let stopped = false;
    const stopping = worker.stop().then(() => (stopped = true));
    await sleep(50);
    expect(stopped).toBe(false);
    batch.resolve(1);
    await stopping;
    expect(asked).toEqual(["first"]);
  });

  it("does not let a tenant whose events cannot be numbered hold up the others", async () => {
    const asked: string[] = [];
    const sequencer = {
      pendingTenants: () => Promise.resolve(["broken", "sound"]),
      async numberEvents(tenantId: string) {
        asked.push(tenantId);
        if (tenantId === "broken") throw new Error("broken");
        return 1;
      },
    };
    const worker = startWorker({
      sequencer,
      retention: nothingDue,
      logger: createLogger({ level: "silent", name: "worker" }),
    });
    cleanups.push(() => worker.stop());
    await waitUntil(() => asked.length >= 4);
    expect(asked.slice(0, 4)).toEqual(["broken", "sound", "broken", "sound"]);
  });
});

function open(): Database {
  const database = openDatabase({ databaseUrl: testDatabase.url });
  cleanups.push(() => database.close());
  return database;
}

/** Starts a worker; the messages it logs are added to `log`. */
/** Numbers events and nothing else: what is past its time is another job's, which has a log of its own. */
function work({ sequencer }: Database, log: string[] = []): Worker {
  const destination = { write: (line: string) => void log.push(messageOf(line)) };
  const worker = startWorker({
    sequencer,
    retention: nothingDue,
    logger: createLogger({ level: "warn", name: "worker", destination }),
  });
  cleanups.push(() => worker.stop());
  return worker;
}

function messageOf(line: string): string {
  const { msg }: { msg: string } = JSON.parse(line);
  return msg;
}

async function newTenant({ openPlatform }: Database): Promise<string> {
  const { tenant } = await createTenant(openPlatform().tenants, {
    name: "Acme",
    identityProvider: "okta",
    actor: ACTOR,
  });
  return tenant.id;
}

async function changes({ openPlatform }: Database, id: string, count: number): Promise<void> {
  const { tenants } = openPlatform();
  for (let i = 1; i <= count; i++) await renameTenant(tenants, { id, name: `Acme ${i}`, actor: ACTOR });
}

/** The sequences of the tenant's feed, as soon as it has `count` events. */
async function sequences({ openDirectory }: Database, tenantId: string, count: number): Promise<number[]> {
  for (;;) {
    const events = await openDirectory(tenantId).events.list({ after: 0, count: count + 1 });
    if (events.length >= count) return events.map(({ sequence }) => sequence);
    await sleep(20);
  }
}

/** Ends every connection to the test database and lets nobody in. */
async function cutConnections(): Promise<void> {
  await administer(
    (name) => `alter database ${name} allow_connections false`,
    (name) => `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  );
  cleanups.push(allowConnections);
}

async function allowConnections(): Promise<void> {
  await administer((name) => `alter database ${name} allow_connections true`);
}

async function administer(...statements: ((database: string) => string)[]): Promise<void> {
  const url = new URL(testDatabase.url);
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  const client = new Client({ connectionString: url.href });
  await client.connect();
  for (const statement of statements) await client.query(statement(name));
  await client.end();
}

async function waitUntil(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(10);
}
