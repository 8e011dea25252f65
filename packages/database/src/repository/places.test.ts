import { createTenant, createUser, deleteUser, type Directory, restoreUser } from "@rollcall/domain";
import { type Connection, connectTo, useDatabase } from "@rollcall/test-database";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";
import { createPageAnchors } from "../session/page-anchors.ts";
import { transact } from "../session/session.ts";
import { createSessionPool, type SessionPool } from "../session/session-pool.ts";
import { tenantAccess } from "../session/tenant-access.ts";
import { createEventSequencer } from "./event-sequencer.ts";
import { pageAt } from "./page-at.ts";
import { rebuildPlaces } from "./rebuild-places.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
const sizes = { small: 5, large: 40 };
const LIMIT = 7;
const idsAt = pageAt<{ id: string }>({ name: "test-page-at", columns: () => sql`users.id` });

let database: Database;
let pool: SessionPool;
let owner: Connection;
beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  pool = createSessionPool({ databaseUrl: testDatabase.url, maxConnections: 4 });
  owner = await connectTo(testDatabase.url);
});
afterAll(async () => {
  await owner[Symbol.asyncDispose]();
  await pool.connections.end();
  await database.close();
});

async function newDirectory(): Promise<Directory> {
  const request = { name: "Acme", identityProvider: "okta", actor } as const;
  const { tenant } = await createTenant(database.openPlatform().tenants, request);
  return database.openDirectory(tenant.id);
}

let made = 0;
async function addUser({ users }: Directory, origin: "idp" | "platform" = "idp"): Promise<string> {
  const draft = { userName: `user${made++}`, externalId: null, active: true, profile: {} };
  return (await createUser(users, { draft, origin, connectionId: null, actor })).id;
}

async function addUsers(directory: Directory, count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) ids.push(await addUser(directory));
  return ids;
}

function number({ tenantId }: Directory, count = 1_000): Promise<number> {
  return createEventSequencer(pool, sizes).numberEvents(tenantId, count);
}

type Sees = "idp" | "all";

async function pageIds({ tenantId }: Directory, sees: Sees, offset: number): Promise<string[]> {
  const access = tenantAccess({ pool, anchors: createPageAnchors() }, tenantId, { sees });
  return (await access.runAlone(idsAt, { tenantId, sees, offset, limit: LIMIT })).map(({ id }) => id);
}

async function countedIds({ tenantId }: Directory, sees: Sees, offset: number): Promise<unknown[]> {
  const query = `select id from users where tenant_id = $1 and (origin = 'idp' or $2 = 'all')
    order by id limit ${LIMIT} offset $3`;
  return (await owner.query(query, [tenantId, sees, offset])).flat();
}

async function expectPages(directory: Directory, offsets: readonly number[]): Promise<void> {
  for (const sees of ["idp", "all"] as const) {
    for (const offset of offsets) {
      const found = { sees, offset, ids: await pageIds(directory, sees, offset) };
      expect(found).toEqual({ sees, offset, ids: await countedIds(directory, sees, offset) });
    }
  }
}

async function isPlaced({ tenantId }: Directory): Promise<unknown> {
  const [row] = await owner.query("select placed_sequence = last_sequence from feeds where tenant_id = $1", [tenantId]);
  return row?.[0];
}

/** How many stretches there are, and how many users they say there are, by level. */
async function levels({ tenantId }: Directory): Promise<unknown[]> {
  return await owner.query(
    "select level, count(*)::int, sum(users_total)::int from places where tenant_id = $1 group by level order by level",
    [tenantId],
  );
}

/** A random number below `end`, of a row that begins with `seed`: the same row in each run. */
function randomFrom(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

describe("a page at any index", () => {
  it.each([1, 2, 3])("is what counting finds, whatever happened and was numbered (%i)", async (seed) => {
    const random = randomFrom(seed);
    const directory = await newDirectory();
    const [live, gone]: [string[], string[]] = [[], []];
    const takeOne = (ids: string[]) => ids.splice(random(ids.length), 1)[0] ?? "";
    for (let step = 0; step < 400; step++) {
      const dice = random(100);
      if (dice < 20 && live.length > 0) {
        const id = takeOne(live);
        await deleteUser(directory.users, { id, actor });
        gone.push(id);
      } else if (dice < 30 && gone.length > 0) {
        const id = takeOne(gone);
        await restoreUser(directory.users, { id, actor });
        live.push(id);
      } else {
        live.push(await addUser(directory, random(5) === 0 ? "platform" : "idp"));
      }
      if (random(100) < 15) await number(directory, 1 + random(12));
      if (random(100) < 2) await numberAsBefore(directory);
      if (step % 4 === 0) await expectPages(directory, [random(live.length + LIMIT)]);
    }
    while ((await number(directory)) > 0);
    expect(await isPlaced(directory)).toBe(true);
    expect(await levels(directory)).toEqual([
      [0, expect.any(Number), live.length],
      [1, expect.any(Number), live.length],
    ]);
    await expectPages(
      directory,
      Array.from({ length: live.length + 2 }, (_, offset) => offset),
    );
  });
});

/** As a worker does of the version before: it knows nothing of places. */
async function numberAsBefore({ tenantId }: Directory): Promise<void> {
  await owner.query("begin");
  await owner.query("select from feeds where tenant_id = $1 for update", [tenantId]);
  await owner.query(
    `with moved as (delete from outbox where tenant_id = $1 returning *), numbered as (
       insert into events (tenant_id, sequence, id, type, resource_type, resource_id, resource_version, actor, data, recorded_at)
       select tenant_id, last_sequence + row_number() over (order by recorded_at, id), id, type, resource_type, resource_id,
         resource_version, actor, data, recorded_at
       from moved join feeds using (tenant_id)
     )
     update feeds set last_sequence = last_sequence + batch.count, users_total = users_total + batch.users
     from (select count(*) as count, coalesce(sum(users_delta), 0) as users from moved) batch where tenant_id = $1`,
    [tenantId],
  );
  await owner.query("commit");
}

describe("the stretches of a tenant's ids", () => {
  it("are counted anew after a process of the version before has given numbers, and not while it goes on", async () => {
    const directory = await newDirectory();
    const [early = ""] = await addUsers(directory, 61);
    await number(directory);
    expect(await isPlaced(directory)).toBe(true);
    const before = await levels(directory);
    await addUsers(directory, 30);
    await deleteUser(directory.users, { id: early, actor });
    await numberAsBefore(directory);
    expect([await isPlaced(directory), await levels(directory)]).toEqual([false, before]);
    await expectPages(directory, [0, 59, 60, 88, 89, 90]);
    const [id = ""] = await addUsers(directory, 12);
    await number(directory, 5);
    // Others wait for a number, which comes first.
    expect([await isPlaced(directory), await levels(directory)]).toEqual([false, before]);
    await expectPages(directory, [0, 59, 60, 88, 100]);
    await deleteUser(directory.users, { id, actor });
    await number(directory);
    expect(await isPlaced(directory)).toBe(true);
    await expectPages(directory, [0, 4, 5, 6, 39, 40, 41, 79, 80, 100, 101]);
  });

  it("are counted anew with changes in the outbox, at every border", async () => {
    const directory = await newDirectory();
    const ids = await addUsers(directory, sizes.large);
    await numberAsBefore(directory);
    ids.push(...(await addUsers(directory, sizes.large)));
    for (const index of [0, 4, 5, 38, 39, 40, 78, 79])
      await deleteUser(directory.users, { id: ids[index] ?? "", actor });
    await restoreUser(directory.users, { id: ids[39] ?? "", actor });
    const { tenantId } = directory;
    await transact(pool, { kind: "tenant", tenantId }, (session) => rebuildPlaces(session, tenantId, sizes));
    expect(await isPlaced(directory)).toBe(true);
    const offsets = Array.from({ length: 75 }, (_, offset) => offset);
    await expectPages(directory, offsets);
    for (let count = 1; (await number(directory, 2)) > 0; count++) await expectPages(directory, [count, 30, 60, 72]);
    await addUsers(directory, 50);
    while ((await number(directory, 7)) > 0) await expectPages(directory, [36, 71, 72, 80, 100]);
    await expectPages(directory, offsets);
  });

  it("begin anew where one is full, though nobody has come after the one that has just begun", async () => {
    const directory = await newDirectory();
    const ids = await addUsers(directory, sizes.large - 1);
    await number(directory);
    await deleteUser(directory.users, { id: ids[17] ?? "", actor });
    await number(directory);
    // The small one ends, and a new one begins, empty; then the large one is full by a user in its middle.
    await addUsers(directory, 1);
    await number(directory);
    await restoreUser(directory.users, { id: ids[17] ?? "", actor });
    await number(directory);
    await addUsers(directory, 8);
    await number(directory);
    await expectPages(directory, [16, 17, 18, 37, 38, 39, 40, 41, 42, 45, 47, 48]);
    expect(await isPlaced(directory)).toBe(true);
  });

  it("stay exact when several sequencers are at it, one of them of the version before", async () => {
    const directory = await newDirectory();
    await addUsers(directory, 20);
    await numberAsBefore(directory);
    const stop = new AbortController();
    const sequencers = Array.from({ length: 3 }, async () => {
      while (!stop.signal.aborted) await number(directory, 4);
    });
    const before = (async () => {
      for (let round = 0; round < 5; round++) await numberAsBefore(directory);
    })();
    const ids = await Promise.all(Array.from({ length: 3 }, () => addUsers(directory, 30)));
    await Promise.all(ids.map(([id = ""]) => deleteUser(directory.users, { id, actor })));
    await before;
    stop.abort();
    await Promise.all(sequencers);
    while ((await number(directory, 4)) > 0);
    expect(await isPlaced(directory)).toBe(true);
    expect(await levels(directory)).toEqual([
      [0, expect.any(Number), 107],
      [1, expect.any(Number), 107],
    ]);
    await expectPages(
      directory,
      Array.from({ length: 109 }, (_, offset) => offset),
    );
  });
});

it("a list of users begins far inside without a page before it", async () => {
  const directory = await newDirectory();
  const ids = (await addUsers(directory, 300)).toSorted();
  await number(directory);
  const list = (startIndex: number) =>
    directory.users.list({ start: { kind: "index", startIndex }, count: 10, withTotal: true });
  expect((await list(280)).items.map(({ id }) => id)).toEqual(ids.slice(279, 289));
  const last = await list(300);
  expect([last.items.map(({ id }) => id), last.total, last.next]).toEqual([ids.slice(299), 300, undefined]);
  expect((await list(301)).items).toEqual([]);
});
