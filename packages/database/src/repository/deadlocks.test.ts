import {
  createGroup,
  createTenant,
  createUser,
  deleteUser,
  type Directory,
  DomainError,
  type GroupChange,
  restoreUser,
  strictGroupRules,
  updateGroup,
} from "@rollcall/domain";
import { connectTo, useDatabase } from "@rollcall/test-database";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";
import { queryBuilder } from "../session/query-builder.ts";
import { transact } from "../session/session.ts";
import { createSessionPool } from "../session/session-pool.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
let database: Database;
let directory: Directory;

beforeAll(async () => {
  await using admin = await connectTo(testDatabase.url);
  const [name] = (await admin.query("select quote_ident(current_database())")).flat();
  // Deadlocks are found at once; new connections have it.
  await admin.query(`alter database ${String(name)} set deadlock_timeout = '5ms'`);
  database = openDatabase({ databaseUrl: testDatabase.url });
  const { tenant } = await createTenant(database.openPlatform().tenants, {
    name: "Acme",
    identityProvider: "okta",
    actor,
  });
  directory = database.openDirectory(tenant.id);
});
afterAll(() => database.close());

/** How often the server had to end a deadlock. */
async function deadlocks(): Promise<number> {
  await using admin = await connectTo(testDatabase.url);
  const [count] = (
    await admin.query("select deadlocks from pg_stat_database where datname = current_database()")
  ).flat();
  return Number(count);
}

const newGroup = (displayName: string) =>
  createGroup(directory.groups, {
    draft: { displayName, externalId: null },
    origin: "idp",
    connectionId: null,
    actor,
    rules: strictGroupRules,
    memberIds: [],
  });

function changeMembers(id: string, ...members: GroupChange["members"]) {
  return updateGroup(directory.groups, { id, actor, change: (group) => group, members, rules: strictGroupRules });
}

/** Outcomes other than success and the given refusals. */
async function surprises(calls: readonly Promise<unknown>[], ...lawful: string[]): Promise<unknown[]> {
  const outcomes = await Promise.allSettled(calls);
  return outcomes
    .filter((outcome) => outcome.status === "rejected")
    .map(({ reason }) => reason)
    .filter((reason) => !(reason instanceof DomainError && lawful.includes(reason.refusal.code)));
}

describe("changes that need each other's rows in opposite order", () => {
  it("are run again when the server ends a deadlock, and all succeed", async () => {
    await using admin = await connectTo(testDatabase.url);
    await admin.query("create table counters (id int primary key, value int)");
    await admin.query("insert into counters values (1, 0), (2, 0)");
    await admin.query("grant select, update on counters to rollcall_platform");
    const pool = createSessionPool({ databaseUrl: testDatabase.url, maxConnections: 4 });
    const add = (first: number, second: number) =>
      transact(pool, { kind: "platform" }, async (session) => {
        for (const id of [first, second]) {
          await session.query(sql`update counters set value = value + 1 where id = ${id}`.compile(queryBuilder));
        }
      });
    const before = await deadlocks();
    for (let round = 0; round < 50; round++) {
      expect(await surprises([add(1, 2), add(2, 1), add(1, 2), add(2, 1)])).toEqual([]);
    }
    expect(await admin.query("select value from counters")).toEqual([[200], [200]]);
    await pool.connections.end();
    await expect.poll(deadlocks).toBeGreaterThan(before);
  });

  it("never deadlock for their callers: two groups take each other in, or let each other go", async () => {
    const [a, b] = [await newGroup("A"), await newGroup("B")];
    for (let round = 0; round < 100; round++) {
      const kind = round % 2 === 0 ? "add" : "remove";
      const calls = [
        changeMembers(a.id, { kind, ids: [b.id] }),
        changeMembers(b.id, { kind, ids: [a.id] }),
        changeMembers(a.id, { kind, ids: [b.id] }),
        changeMembers(b.id, { kind, ids: [a.id] }),
      ];
      // Neither may contain itself.
      expect(await surprises(calls, "invalid_value")).toEqual([]);
    }
  });

  it("never deadlock for their callers: members come and go", async () => {
    const groups = await Promise.all(["C", "D", "E"].map(newGroup));
    const users = await Promise.all(
      ["ada", "bob", "cyd"].map((userName) => {
        const draft = { userName, externalId: null, active: true, profile: {} };
        return createUser(directory.users, { draft, origin: "idp", connectionId: null, actor });
      }),
    );
    const ids = users.map(({ id }) => id);
    for (let round = 0; round < 60; round++) {
      const [id = ""] = [ids[round % ids.length]];
      const calls = [
        ...groups.map((group) => changeMembers(group.id, { kind: "add", ids })),
        ...groups.toReversed().map((group) => changeMembers(group.id, { kind: "remove", ids: ids.toReversed() })),
        round % 2 === 0
          ? deleteUser(directory.users, { id, actor })
          : restoreUser(directory.users, { id: ids[(round - 1) % ids.length] ?? "", actor }),
      ];
      expect(await surprises(calls, "unknown_members", "not_found")).toEqual([]);
    }
  });
});
