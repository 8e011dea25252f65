import {
  assertPlatformOwned,
  createGroup,
  createTenant,
  createUser,
  deleteGroup,
  deleteUser,
  type Directory,
  restoreUser,
  strictGroupRules,
  updateGroup,
  updateUser,
} from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
const actor = { kind: "api_key", id: "key" } as const;
let database: Database;
let directory: Directory;

beforeAll(() => {
  database = openDatabase({ databaseUrl: testDatabase.url });
});
afterAll(() => database.close());
beforeEach(async () => {
  const { tenants } = database.openPlatform();
  const { tenant } = await createTenant(tenants, { name: "Acme", identityProvider: "okta", actor });
  directory = database.openDirectory(tenant.id, { provenance: { requestId: "r1", ipAddress: "192.0.2.1" } });
});

async function addUser(origin: "idp" | "platform", to: Directory = directory): Promise<string> {
  const draft = { userName: `${origin}@x.io`, externalId: null, active: true, profile: {} };
  return (await createUser(to.users, { draft, origin, connectionId: null, actor })).id;
}

async function audited(): Promise<unknown[]> {
  const { items } = await directory.audit.list({ beforeId: undefined, count: 100 });
  return items
    .map(({ action, resourceId, eventId, requestId }) => [action, resourceId, eventId, requestId])
    .toReversed();
}

async function events(): Promise<unknown[]> {
  await database.sequencer.numberEvents(directory.tenantId, 100);
  const listed = await directory.events.list({ after: 0, count: 100 });
  const changes = listed.filter(({ type }) => /^(user|group)/.test(type));
  return changes.map(({ type, resourceId, id }) => [type, resourceId, id, "r1"]);
}

describe("changes whose provenance is known", () => {
  it("are each audited with the event that tells of them, those that were refused are not", async () => {
    const id = await addUser("platform");
    await expect(addUser("platform")).rejects.toMatchObject({ refusal: { code: "conflict" } });
    await updateUser(directory.users, { id, actor, change: (user) => ({ ...user, active: false }) });
    await updateUser(directory.users, { id, actor, change: (user) => user });
    const draft = { displayName: "Team", externalId: null };
    const request = {
      draft,
      memberIds: [id],
      origin: "platform",
      connectionId: null,
      actor,
      rules: strictGroupRules,
    } as const;
    await createGroup(directory.groups, request);
    await deleteUser(directory.users, { id, actor });
    await restoreUser(directory.users, { id, actor });
    const entries = await audited();
    expect(entries).toHaveLength(7);
    expect(entries.map((entry) => JSON.stringify(entry)).toSorted()).toEqual(
      (await events()).map((event) => JSON.stringify(event)).toSorted(),
    );
  });

  it("are not audited without one", async () => {
    await addUser("platform", database.openDirectory(directory.tenantId));
    expect(await audited()).toEqual([]);
  });
});

describe("a check", () => {
  it("that throws refuses a change or a deletion, and leaves everything as it is", async () => {
    const id = await addUser("idp");
    const draft = { displayName: "Team", externalId: null };
    const request = {
      draft,
      memberIds: [id],
      origin: "idp",
      connectionId: null,
      actor,
      rules: strictGroupRules,
    } as const;
    const group = await createGroup(directory.groups, request);
    const before = [await directory.users.find(id), await events(), await audited()];
    const owned = { refusal: { code: "idp_owned" } };
    const ownGroup = { id: group.id, actor, check: (current: typeof group) => assertPlatformOwned("group", current) };
    const change = {
      change: (each: typeof group) => each,
      members: [{ kind: "remove", ids: [id] }],
      rules: strictGroupRules,
    } as const;
    await expect(
      deleteUser(directory.users, { id, actor, check: (user) => assertPlatformOwned("user", user) }),
    ).rejects.toMatchObject(owned);
    await expect(deleteGroup(directory.groups, ownGroup)).rejects.toMatchObject(owned);
    await expect(updateGroup(directory.groups, { ...ownGroup, ...change })).rejects.toMatchObject(owned);
    expect(await directory.groups.find(group.id)).toEqual(group);
    expect([await directory.users.find(id), await events(), await audited()]).toEqual(before);
  });
});
