import { createTenant, createUser, type Directory, type DirectoryOptions } from "@rollcall/domain";
import { connectTo } from "@rollcall/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";
import { type StandbyPair, startStandbyPair } from "./standby.fixture.ts";

const ACTOR = { kind: "system" } as const;
const MAX_LAG_MS = 4_000;
const eventual = { consistency: "eventual" } as const;

const changes: unknown[] = [];
let pair: StandbyPair;
let database: Database;
let tenantId: string;
beforeAll(async () => {
  pair = await startStandbyPair();
  database = openDatabase({
    databaseUrl: pair.primaryUrl,
    replica: { databaseUrl: pair.standbyUrl, maxLagMs: MAX_LAG_MS, onChange: (trouble) => changes.push(trouble) },
  });
  tenantId = await newTenant();
  await newUser("ada");
});
afterAll(async () => {
  await database.close();
  await pair[Symbol.asyncDispose]();
});

/** Each test goes on where the one before it ended. */
describe("a replica", () => {
  it("serves what may be behind, and nothing else", async () => {
    await expect.poll(() => onStandby("select count(*)::integer from users")).toEqual([[1]]);
    await onStandby("select pg_wal_replay_pause()");
    const grace = await newUser("grace");
    expect(await userNames(eventual)).toEqual(["ada"]);
    expect(await lookedUp(eventual)).toEqual([]);
    expect(await userNames({})).toEqual(["ada", "grace"]);
    expect(await lookedUp({})).toEqual(["grace"]);
    expect(await userNames({ ...eventual, sees: "idp" })).toEqual(["ada", "grace"]);
    expect((await open(eventual).users.find(grace))?.userName).toBe("grace");
  });

  it("is not read when it is further behind than it may be, which is told once", async () => {
    await expect.poll(() => userNames(eventual)).toEqual(["ada", "grace"]);
    await expect.poll(() => changes).toEqual(["behind"]);
  });

  it("is read again when it has caught up, also the event feed, which asks for nothing", async () => {
    await onStandby("select pg_wal_replay_resume()");
    await expect.poll(() => changes).toEqual(["behind", undefined]);
    await onStandby("select pg_wal_replay_pause()");
    await database.sequencer.numberEvents(tenantId, 100);
    expect(await open({}).events.list({ after: 0, count: 100 })).toEqual([]);
    await onStandby("select pg_wal_replay_resume()");
    await expect.poll(async () => (await open({}).events.list({ after: 0, count: 100 })).length).toBe(4);
  });

  it("keeps tenants apart", async () => {
    expect(await userNames(eventual, await newTenant())).toEqual([]);
    await using standby = await connectTo(pair.standbyUrl);
    await standby.query("begin");
    await standby.query("set local role rollcall_app");
    expect(await standby.query("select count(*)::integer from users")).toEqual([[0]]);
  });

  it("is done without when it is gone", async () => {
    await pair.stopStandby();
    expect(await userNames(eventual)).toEqual(["ada", "grace"]);
    await expect.poll(() => changes).toEqual(["behind", undefined, "unreachable"]);
    expect(await userNames(eventual)).toEqual(["ada", "grace"]);
  });
});

it("a server that is no standby is not read", async () => {
  const told = Promise.withResolvers<unknown>();
  const lone = openDatabase({
    databaseUrl: pair.primaryUrl,
    replica: { databaseUrl: pair.primaryUrl, onChange: (_trouble, error) => told.resolve(error) },
  });
  expect(await told.promise).toMatchObject({ message: expect.stringContaining("is not a hot standby") });
  await lone.close();
});

function open(options: DirectoryOptions, id = tenantId): Directory {
  return database.openDirectory(id, options);
}

async function newTenant(): Promise<string> {
  const { tenants } = database.openPlatform();
  const { tenant } = await createTenant(tenants, { name: "Acme", identityProvider: "okta", actor: ACTOR });
  return tenant.id;
}

async function newUser(userName: string): Promise<string> {
  const draft = { userName, externalId: null, active: true, profile: {} };
  const { users } = open({});
  return (await createUser(users, { draft, origin: "idp", connectionId: null, actor: ACTOR })).id;
}

async function userNames(options: DirectoryOptions, id = tenantId): Promise<string[]> {
  const start = { kind: "after", position: undefined } as const;
  const { items } = await open(options, id).users.list({ start, count: 10, withTotal: false });
  return items.map(({ userName }) => userName);
}

async function lookedUp(options: DirectoryOptions): Promise<string[]> {
  return (await open(options).users.lookUp("userName", ["grace"])).map(({ userName }) => userName);
}

async function onStandby(sql: string): Promise<unknown[][]> {
  await using standby = await connectTo(pair.standbyUrl);
  return await standby.query(sql);
}
