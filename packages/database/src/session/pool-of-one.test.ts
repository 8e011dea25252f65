import { createTenant, createUser, newId } from "@rollcall/domain";
import { connectTo, useDatabase } from "@rollcall/test-database";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";
import { queryBuilder } from "./query-builder.ts";
import { transact } from "./session.ts";
import { createSessionPool, type SessionPool } from "./session-pool.ts";

const testDatabase = useDatabase({ locked: true });
const actor = { kind: "system" } as const;
const CALLS = 1_000;
let database: Database;
let pool: SessionPool;
let tenants: readonly [string, string];

beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url, maxConnections: 1 });
  // Whoever waits in this test waits for its turn.
  pool = createSessionPool({ databaseUrl: testDatabase.url, maxConnections: 1, timeouts: { poolWaitMs: 60_000 } });
  tenants = [await newTenant("ada"), await newTenant("bob")];
});
afterAll(async () => {
  await database.close();
  await pool.connections.end();
});

/** @returns the id of a tenant with one user. */
async function newTenant(userName: string): Promise<string> {
  const { tenant } = await createTenant(database.openPlatform().tenants, {
    name: userName,
    identityProvider: "okta",
    actor,
  });
  const draft = { userName, externalId: null, active: true, profile: {} };
  await createUser(database.openDirectory(tenant.id).users, { draft, origin: "idp", connectionId: null, actor });
  return tenant.id;
}

const names = sql<{ user_name: string }>`select user_name from users`.compile(queryBuilder);

describe("two tenants on one connection", () => {
  it("never see each other, though calls are interleaved and some are broken off", async () => {
    const calls = Array.from({ length: CALLS }, async (_, index) => {
      const [tenantId, own] = index % 2 === 0 ? [tenants[0], "ada"] : [tenants[1], "bob"];
      const call = transact(pool, { kind: "tenant", tenantId }, async (session) => {
        const rows = await session.query(names);
        if (index % 5 === 0) throw new Error("broken off");
        if (index % 7 === 0) await session.query(sql`select 1 / 0`.compile(queryBuilder));
        return rows;
      });
      const seen = await call.catch(() => undefined);
      expect(seen === undefined).toBe(index % 5 === 0 || index % 7 === 0);
      return (seen ?? []).filter((row) => row.user_name !== own);
    });
    expect((await Promise.all(calls)).flat()).toEqual([]);
  });

  it("are both invisible to a query outside of a transaction", async () => {
    await using admin = await connectTo(testDatabase.url);
    const login = `login_${newId().slice(-12)}`;
    await admin.query(`create role ${login} login password 'test' in role rollcall_app`);
    const url = Object.assign(new URL(testDatabase.url), { username: login, password: "test" });
    const unscoped = createSessionPool({ databaseUrl: url.href, maxConnections: 1 });
    const see = async () => (await unscoped.connections.query(names.sql)).rows;
    expect(await see()).toEqual([]);
    const inside = await transact(unscoped, { kind: "tenant", tenantId: tenants[0] }, (s) => s.query(names));
    expect(inside).toEqual([{ user_name: "ada" }]);
    expect(await see()).toEqual([]);
    await unscoped.connections.end();
    await admin.query(`drop role ${login}`);
  });
});

it("statements without names do the same", async () => {
  const unnamed = openDatabase({ databaseUrl: testDatabase.url, maxConnections: 1, preparedStatements: false });
  const userName = "carol";
  const draft = { userName, externalId: null, active: true, profile: {} };
  const { users } = unnamed.openDirectory(tenants[0]);
  const user = await createUser(users, { draft, origin: "idp", connectionId: null, actor });
  expect(await users.find(user.id)).toEqual(user);
  await unnamed.close();
});
