import { readFileSync } from "node:fs";
import { newId } from "@rollcall/domain";
import { connectTo, useDatabase } from "@rollcall/test-database";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queryBuilder } from "./query-builder.ts";
import { transact } from "./session.ts";
import { createSessionPool, type SessionPool } from "./session-pool.ts";
import { DEFAULT_TIMEOUTS } from "./timeouts.ts";

const testDatabase = useDatabase();
const MAX_CONNECTIONS = 2;
const UNAVAILABLE = { refusal: { code: "unavailable" } };
let pool: SessionPool;

beforeAll(() => {
  pool = createSessionPool({
    databaseUrl: testDatabase.url,
    maxConnections: MAX_CONNECTIONS,
    timeouts: { poolWaitMs: 100, statementMs: 200, lockMs: 100, idleInTransactionMs: 200 },
  });
});
afterAll(() => pool.connections.end());

const ask = (text: string) =>
  transact(pool, { kind: "platform" }, (session) => session.query(sql.raw(text).compile(queryBuilder)));

/** The sessions that a failure left in the middle of something. */
async function stuckSessions(): Promise<unknown[][]> {
  await using admin = await connectTo(testDatabase.url);
  return await admin.query(
    `select state, query from pg_stat_activity
     where application_name = 'rollcall' and datname = current_database() and state <> 'idle'`,
  );
}

async function expectRecovered(): Promise<void> {
  await expect(ask("select 1 as one")).resolves.toEqual([{ one: 1 }]);
  // What the server ends takes a moment to be gone.
  await expect.poll(stuckSessions, { timeout: 10_000 }).toEqual([]);
}

describe("what takes too long is refused as unavailable, and leaves nothing behind:", () => {
  it("a table that another session has locked", async () => {
    await using other = await connectTo(testDatabase.url);
    await other.query("begin");
    await other.query("lock table tenants in access exclusive mode");
    const attempts = Array.from({ length: 10 }, () => ask("select * from tenants"));
    for (const outcome of await Promise.allSettled(attempts)) {
      expect(outcome).toMatchObject({ status: "rejected", reason: UNAVAILABLE });
    }
    await other.query("rollback");
    await expectRecovered();
  });

  it("a statement", async () => {
    await expect(ask("select pg_sleep(60)")).rejects.toMatchObject(UNAVAILABLE);
    await expectRecovered();
  });

  it("a transaction that does nothing", async () => {
    const idle = transact(pool, { kind: "platform" }, async (session) => {
      await session.query(sql`select 1`.compile(queryBuilder));
      await new Promise((resolve) => setTimeout(resolve, 400));
      return await session.query(sql`select 1`.compile(queryBuilder));
    });
    await expect(idle).rejects.toMatchObject(UNAVAILABLE);
    await expectRecovered();
  });

  it("a wait for a connection", async () => {
    const held = await Promise.all(Array.from({ length: MAX_CONNECTIONS }, () => pool.connections.connect()));
    await expect(ask("select 1")).rejects.toMatchObject(UNAVAILABLE);
    for (const client of held) client.release();
    await expectRecovered();
  });

  it("a login that the server refuses", async () => {
    await using admin = await connectTo(testDatabase.url);
    const login = `login_${newId().slice(-12)}`;
    await admin.query(`create role ${login} login password 'test' in role rollcall_platform`);
    const url = Object.assign(new URL(testDatabase.url), { username: login, password: "other" });
    const refused = createSessionPool({ databaseUrl: url.href, maxConnections: 1 });
    const begin = () => transact(refused, { kind: "platform" }, async () => "begun");
    await expect(begin()).rejects.toMatchObject(UNAVAILABLE);
    await admin.query(`alter role ${login} password 'other'`);
    expect(await begin()).toBe("begun");
    await refused.connections.end();
  });

  it("a server that has no connection left", async () => {
    await using admin = await connectTo(testDatabase.url);
    const login = `login_${newId().slice(-12)}`;
    await admin.query(`create role ${login} login password 'test' connection limit 1 in role rollcall_platform`);
    const url = Object.assign(new URL(testDatabase.url), { username: login, password: "test" });
    const only = await connectTo(url.href);
    const limited = createSessionPool({ databaseUrl: url.href, maxConnections: 1 });
    const begin = () => transact(limited, { kind: "platform" }, async () => "begun");
    await expect(begin()).rejects.toMatchObject(UNAVAILABLE);
    await only[Symbol.asyncDispose]();
    await expect.poll(begin).toBe("begun");
    await limited.connections.end();
  });
});

const MIN_ROUNDS = 60;
const MIN_SUCCESSES = 20;

it("a connection lost at any moment, COMMIT included, never passes for success", async () => {
  await using admin = await connectTo(testDatabase.url);
  await admin.query("create table marks (id int primary key)");
  await admin.query("grant select, insert on marks to rollcall_platform");
  const reported = new Set<number>();
  const stop = new AbortController();
  let next = 0;
  const write = async () => {
    while (!stop.signal.aborted) {
      const id = next++;
      await ask(`insert into marks values (${id})`).then(
        () => reported.add(id),
        (error: unknown) => expect(error).toMatchObject(UNAVAILABLE),
      );
    }
  };
  const writers = [write(), write(), write()];
  for (let round = 0; round < MIN_ROUNDS || reported.size < MIN_SUCCESSES; round++) {
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rollcall' and datname = current_database()",
    );
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 15));
  }
  stop.abort();
  await Promise.all(writers);
  const kept = new Set((await admin.query("select id from marks")).flat());
  expect([...reported].filter((id) => !kept.has(id))).toEqual([]);
  await expectRecovered();
});

it("docs/operations.md says how long things may take", () => {
  const page = readFileSync(`${import.meta.dirname}/../../../../docs/operations.md`, "utf8");
  const rows = [...page.matchAll(/^\| (Milliseconds [^|]+?) +\| ([\d,]+) +\|/gm)].map(([, what = "", limit = ""]) => [
    what,
    Number(limit.replaceAll(",", "")),
  ]);
  expect(Object.fromEntries(rows)).toEqual({
    "Milliseconds until a connection is free": DEFAULT_TIMEOUTS.poolWaitMs,
    "Milliseconds of a statement": DEFAULT_TIMEOUTS.statementMs,
    "Milliseconds that one waits for a lock": DEFAULT_TIMEOUTS.lockMs,
    "Milliseconds between two statements of a transaction": DEFAULT_TIMEOUTS.idleInTransactionMs,
  });
});
