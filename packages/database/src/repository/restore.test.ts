import {
  createGroup,
  createTenant,
  createUser,
  DELETION_WINDOW_DAYS,
  defineExtensionSchema,
  deleteExtensionSchema,
  deleteGroup,
  deleteUser,
  type Directory,
  type NewUser,
  restoreGroup,
  restoreUser,
  strictGroupRules,
  updateGroup,
  type User,
} from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
let database: Database;
let directory: Directory;

beforeAll(() => {
  database = openDatabase({ databaseUrl: testDatabase.url });
});
afterAll(() => database.close());
beforeEach(async () => {
  const { tenants } = database.openPlatform();
  const { tenant, connection } = await createTenant(tenants, { name: "Acme", identityProvider: "okta", actor });
  directory = database.openDirectory(tenant.id);
  connectionId = connection.id;
});

let connectionId: string;
const urn = "urn:acme:1.0:User";
const firstPage = { start: { kind: "index", startIndex: 1 }, count: 100, withTotal: true } as const;

async function addUser(userName: string, rest: Partial<NewUser["draft"]> = {}): Promise<User> {
  const draft = { userName, externalId: `x-${userName}`, active: true, profile: { title: "T" }, ...rest };
  return await createUser(directory.users, { draft, origin: "idp", connectionId, actor });
}

async function addGroup(displayName: string, ...memberIds: string[]): Promise<string> {
  const draft = { displayName, externalId: null };
  const request = { draft, memberIds, origin: "idp", connectionId, actor, rules: strictGroupRules } as const;
  return (await createGroup(directory.groups, request)).id;
}

async function remove(user: string): Promise<void> {
  await deleteUser(directory.users, { id: user, actor });
}

async function membersOf(group: string): Promise<string[]> {
  return (await directory.groups.members(group, { afterId: undefined, count: 100 })).map(({ id }) => id);
}

/** What a consumer that knows only the feed believes: who there is, and who is in which group. */
async function replay() {
  await database.sequencer.numberEvents(directory.tenantId, 1_000);
  const there = new Set<string>();
  const memberships = new Set<string>();
  for (const { type, resourceId, data } of await directory.events.list({ after: 0, count: 1_000 })) {
    const { groupId, memberId } = Object(data);
    if (/^(user|group)\.(created|restored)$/.test(type)) there.add(resourceId);
    if (type === "group.member_added") memberships.add(`${groupId}/${memberId}`);
    if (type === "group.member_removed") memberships.delete(`${groupId}/${memberId}`);
    if (!/^(user|group)\.deleted$/.test(type)) continue;
    there.delete(resourceId);
    for (const each of [...memberships].filter((membership) => membership.includes(resourceId)))
      memberships.delete(each);
  }
  return { there: [...there].toSorted(), memberships: [...memberships].toSorted() };
}

/** The same as the directory knows it. */
async function state() {
  const [users, groups] = [await directory.users.list(firstPage), await directory.groups.list(firstPage)];
  const members = await directory.groups.membersOf(groups.items.map(({ id }) => id));
  const memberships = [...members].flatMap(([group, each]) => each.map(({ id }) => `${group}/${id}`));
  const ids = [...users.items, ...groups.items].map(({ id }) => id);
  expect([users.total, groups.total]).toEqual([users.items.length, groups.items.length]);
  return { there: ids.toSorted(), memberships: memberships.toSorted() };
}

describe("a user that is restored", () => {
  it("is who it was, one version on, in its groups, and can be deleted and restored again", async () => {
    const user = await addUser("ada@x.io", { active: false });
    const team = await addGroup("Team", user.id);
    await addGroup("Company", team);
    const before = await directory.users.find(user.id);
    for (const version of [2, 3]) {
      await remove(user.id);
      const restored = await restoreUser(directory.users, { id: user.id, actor });
      expect(restored).toEqual({ ...before, version, updatedAt: restored.updatedAt });
      expect(await directory.users.find(user.id)).toEqual(restored);
      expect(await replay()).toEqual(await state());
    }
    expect((await directory.groups.find(team))?.version).toBe(5);
    const types = (await directory.events.list({ after: 0, count: 100 })).map(({ type }) => type);
    expect(types.slice(-3)).toEqual(["user.deleted", "user.restored", "group.member_added"]);
    const page = { resourceType: "user", afterId: undefined, count: 10 } as const;
    expect((await directory.deletions.list(page)).items).toEqual([]);
  });

  it("stays out of groups that are gone", async () => {
    const user = await addUser("ada@x.io");
    const [kept, gone] = [await addGroup("Kept", user.id), await addGroup("Gone", user.id)];
    await remove(user.id);
    await deleteGroup(directory.groups, { id: gone, actor });
    const { groups } = await restoreUser(directory.users, { id: user.id, actor });
    expect(groups.map(({ id }) => id)).toEqual([kept]);
    expect(await replay()).toEqual(await state());
  });

  it("is refused while its userName or externalId is another's, and its copy is kept", async () => {
    const user = await addUser("ada@x.io");
    await remove(user.id);
    const other = await addUser("Ada@x.io", { externalId: "other" });
    const restore = () => restoreUser(directory.users, { id: user.id, actor });
    await expect(restore()).rejects.toMatchObject({ refusal: { code: "conflict", attribute: "userName" } });
    await remove(other.id);
    const third = await addUser("bob@x.io", { externalId: "x-ada@x.io" });
    await expect(restore()).rejects.toMatchObject({ refusal: { code: "conflict", attribute: "externalId" } });
    await remove(third.id);
    expect(await restore()).toMatchObject({ userName: "ada@x.io", version: 2 });
  });

  it("comes back once, of several who ask at the same time", async () => {
    const user = await addUser("ada@x.io");
    await remove(user.id);
    const asked = Array.from({ length: 5 }, () => restoreUser(directory.users, { id: user.id, actor }));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await state()).toMatchObject({ there: [user.id] });
    expect(await replay()).toEqual(await state());
  });

  it("is not found when nobody was deleted, or too long ago", async () => {
    const user = await addUser("ada@x.io");
    const restore = () => restoreUser(directory.users, { id: user.id, actor });
    await expect(restore()).rejects.toMatchObject({ refusal: { code: "not_found" } });
    await remove(user.id);
    await expect(restoreGroup(directory.groups, { id: user.id, actor })).rejects.toMatchObject({
      refusal: { code: "not_found" },
    });
    await age(user.id, DELETION_WINDOW_DAYS);
    await expect(restore()).rejects.toMatchObject({ refusal: { code: "not_found" } });
  });

  it("claims its unique extension values again, and leaves out those of schemas that are gone", async () => {
    await defineBadge();
    const profile = { title: "T", extensions: { [urn]: { badge: "7" } } };
    const user = await addUser("ada@x.io", { profile });
    await remove(user.id);
    const other = await addUser("bob@x.io", { profile });
    const restore = () => restoreUser(directory.users, { id: user.id, actor });
    await expect(restore()).rejects.toMatchObject({ refusal: { code: "conflict", attribute: `${urn}:badge` } });
    await remove(other.id);
    expect(await restore()).toMatchObject({ profile });
    await expect(addUser("cy@x.io", { profile })).rejects.toMatchObject({ refusal: { code: "conflict" } });
    await remove(user.id);
    await deleteExtensionSchema(directory.extensionSchemas, { urn, actor });
    expect((await restore()).profile).toEqual({ title: "T" });
  });
});

async function defineBadge(): Promise<void> {
  const badge = { name: "badge", description: "", type: "string", multiValued: false, required: false } as const;
  const rules = { caseExact: false, mutability: "readWrite", returned: "default", uniqueness: "server" } as const;
  const attributes = [{ ...badge, ...rules, canonicalValues: [] }];
  const schema = { urn, name: "Acme", description: "", attributes } as const;
  await defineExtensionSchema(directory.extensionSchemas, { schema, actor });
}

async function age(id: string, days: number): Promise<void> {
  const admin = new Client(testDatabase.url);
  await admin.connect();
  await admin.query("update deletions set deleted_at = now() - make_interval(days => $2) where resource_id = $1", [
    id,
    days,
  ]);
  await admin.end();
}

describe("a group that is restored", () => {
  it("has its members again, is in its groups again, and can be deleted and restored again", async () => {
    const [ada, bob] = [await addUser("ada@x.io"), await addUser("bob@x.io")];
    const nested = await addGroup("Nested");
    const team = await addGroup("Team", ada.id, bob.id, nested);
    const company = await addGroup("Company", team);
    const before = await directory.groups.find(team);
    for (const version of [2, 3]) {
      await deleteGroup(directory.groups, { id: team, actor });
      const restored = await restoreGroup(directory.groups, { id: team, actor });
      expect(restored).toEqual({ ...before, version, updatedAt: restored.updatedAt });
      expect(await directory.groups.find(team)).toEqual(restored);
      expect(await membersOf(team)).toEqual([ada.id, bob.id, nested].toSorted());
      expect(await membersOf(company)).toEqual([team]);
      expect(await replay()).toEqual(await state());
    }
    await deleteGroup(directory.groups, { id: team, actor });
    await remove(ada.id);
    await deleteGroup(directory.groups, { id: company, actor });
    await restoreGroup(directory.groups, { id: team, actor });
    expect(await membersOf(team)).toEqual([bob.id, nested].toSorted());
    expect(await replay()).toEqual(await state());
  });

  it("stays out of a group that came to be inside it", async () => {
    const child = await addGroup("Child");
    const team = await addGroup("Team", child);
    const parent = await addGroup("Parent", team);
    await deleteGroup(directory.groups, { id: team, actor });
    const members = [{ kind: "add", ids: [parent] }] as const;
    await updateGroup(directory.groups, { id: child, actor, change: (each) => each, members, rules: strictGroupRules });
    await restoreGroup(directory.groups, { id: team, actor });
    expect([await membersOf(team), await membersOf(parent)]).toEqual([[child], []]);
    expect(await replay()).toEqual(await state());
  });

  it("is refused while its name is another's, unless names need not be unique", async () => {
    const team = await addGroup("Team");
    await deleteGroup(directory.groups, { id: team, actor });
    const rules = { ...strictGroupRules, uniqueNames: false };
    const draft = { displayName: "TEAM", externalId: null };
    const request = { draft, memberIds: [], origin: "idp", connectionId, actor, rules } as const;
    const other = (await createGroup(directory.groups, request)).id;
    await expect(restoreGroup(directory.groups, { id: team, actor })).rejects.toMatchObject({
      refusal: { code: "conflict", attribute: "displayName" },
    });
    await deleteGroup(directory.groups, { id: other, actor });
    await restoreGroup(directory.groups, { id: team, actor });
    expect(await restoreGroup(directory.groups, { id: other, actor })).toMatchObject({ displayName: "TEAM" });
  });
});

describe("deletions", () => {
  it("are listed by kind, page by page, until their time is over", async () => {
    const users = [await addUser("a@x.io"), await addUser("b@x.io"), await addUser("c@x.io")];
    const group = await addGroup("Team");
    for (const { id } of users) await remove(id);
    await deleteGroup(directory.groups, { id: group, actor });
    const page = { resourceType: "user", afterId: undefined, count: 2 } as const;
    const first = await directory.deletions.list(page);
    expect(first).toMatchObject({ items: [{ name: "a@x.io" }, { name: "b@x.io" }], next: { id: users[1]?.id } });
    const rest = await directory.deletions.list({ ...page, afterId: first.next?.id });
    expect(rest).toMatchObject({ items: [{ id: users[2]?.id, resourceType: "user" }], next: undefined });
    const [deletion] = first.items;
    const daysLeft = ((deletion?.purgeAt.getTime() ?? 0) - (deletion?.deletedAt.getTime() ?? 0)) / 86_400_000;
    expect(daysLeft).toBe(DELETION_WINDOW_DAYS);
    expect(await directory.deletions.list({ ...page, resourceType: "group" })).toMatchObject({
      items: [{ name: "Team" }],
    });
    await age(users[0]?.id ?? "", DELETION_WINDOW_DAYS);
    expect((await directory.deletions.list(page)).items.map(({ name }) => name)).toEqual(["b@x.io", "c@x.io"]);
  });
});
