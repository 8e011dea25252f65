import {
  createGroup,
  createTenant,
  createUser,
  deleteGroup,
  deleteUser,
  type Directory,
  type Origin,
  restoreUser,
  strictGroupRules,
  updateGroup,
  userAttributes,
} from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
let database: Database;
let all: Directory;
/** The same tenant as its identity provider sees it. */
let idp: Directory;

beforeAll(() => {
  database = openDatabase({ databaseUrl: testDatabase.url });
});
afterAll(() => database.close());
beforeEach(async () => {
  const { tenants } = database.openPlatform();
  const { tenant } = await createTenant(tenants, { name: "Acme", identityProvider: "okta", actor });
  all = database.openDirectory(tenant.id);
  idp = database.openDirectory(tenant.id, { sees: "idp" });
});

const firstPage = { start: { kind: "index", startIndex: 1 }, count: 100, withTotal: true } as const;

async function addUser(userName: string, origin: Origin): Promise<string> {
  const draft = { userName, externalId: `x-${userName}`, active: true, profile: { emails: [{ value: "team@x.io" }] } };
  return (await createUser(all.users, { draft, origin, connectionId: null, actor })).id;
}

async function addGroup(displayName: string, origin: Origin, ...memberIds: string[]): Promise<string> {
  const draft = { displayName, externalId: `x-${displayName}` };
  const request = { draft, memberIds, origin, connectionId: null, actor, rules: strictGroupRules };
  return (await createGroup(all.groups, request)).id;
}

async function totals(directory: Directory): Promise<unknown[]> {
  const nothing = { ...firstPage, count: 0 };
  return [(await directory.users.list(nothing)).total, (await directory.groups.list(nothing)).total];
}

describe("what the platform made", () => {
  it("is not there for the identity provider, by any key or in any list", async () => {
    const user = await addUser("ours@x.io", "platform");
    const theirs = await addUser("theirs@x.io", "idp");
    const group = await addGroup("Ours", "platform");
    expect(await all.users.find(user)).toMatchObject({ origin: "platform" });
    expect(await idp.users.find(user)).toBeUndefined();
    expect(await idp.groups.find(group)).toBeUndefined();
    expect(await idp.users.findByExternalId(null, "x-ours@x.io")).toBeUndefined();
    expect(await idp.users.lookUp("userName", ["OURS@x.io"])).toEqual([]);
    expect(await idp.groups.lookUp("displayName", ["ours"])).toEqual([]);
    for (const order of [undefined, { attribute: userAttributes.userName, direction: "descending" } as const]) {
      const page = await idp.users.list({ ...firstPage, order });
      expect([page.total, page.items.map(({ id }) => id)]).toEqual([1, [theirs]]);
    }
    const where = {
      kind: "compare",
      attribute: userAttributes["emails.value"],
      operator: "eq",
      value: "team@x.io",
    } as const;
    expect((await idp.users.list({ ...firstPage, where })).items.map(({ id }) => id)).toEqual([theirs]);
    const both = { kind: "or", operands: [where] } as const;
    expect(await idp.users.list({ ...firstPage, where: both })).toMatchObject({ total: 1, items: [{ id: theirs }] });
    expect((await all.users.list({ ...firstPage, where: both })).total).toBe(2);
  });

  it("is counted for the platform alone, exactly, before and after the events are numbered", async () => {
    const user = await addUser("ours@x.io", "platform");
    await addUser("theirs@x.io", "idp");
    const group = await addGroup("Ours", "platform");
    await addGroup("Theirs", "idp");
    const expectTotals = async (...expected: unknown[]) => {
      expect([await totals(all), await totals(idp)]).toEqual(expected);
      await database.sequencer.numberEvents(all.tenantId, 100);
      expect([await totals(all), await totals(idp)]).toEqual(expected);
    };
    await expectTotals([2, 2], [1, 1]);
    await deleteUser(all.users, { id: user, actor });
    await deleteGroup(all.groups, { id: group, actor });
    await expectTotals([1, 1], [1, 1]);
    await restoreUser(all.users, { id: user, actor });
    await expectTotals([2, 1], [1, 1]);
  });

  it("cannot be changed, deleted, restored or made a member by the identity provider, and stays as it is", async () => {
    const user = await addUser("ours@x.io", "platform");
    const group = await addGroup("Ours", "platform", user);
    const before = await all.groups.find(group);
    const gone = { refusal: { code: "not_found" } };
    await expect(deleteUser(idp.users, { id: user, actor })).rejects.toMatchObject(gone);
    await expect(deleteGroup(idp.groups, { id: group, actor })).rejects.toMatchObject(gone);
    const change = updateGroup(idp.groups, {
      id: group,
      actor,
      change: (each) => each,
      members: [],
      rules: strictGroupRules,
    });
    await expect(change).rejects.toMatchObject(gone);
    for (const id of [user, group]) {
      const draft = { displayName: "Theirs", externalId: null };
      const request = {
        draft,
        memberIds: [id],
        origin: "idp",
        connectionId: null,
        actor,
        rules: strictGroupRules,
      } as const;
      await expect(createGroup(idp.groups, request)).rejects.toMatchObject({
        refusal: { code: "unknown_members", ids: [id] },
      });
    }
    expect(await all.groups.find(group)).toEqual(before);
    await deleteUser(all.users, { id: user, actor });
    await expect(restoreUser(idp.users, { id: user, actor })).rejects.toMatchObject(gone);
    const page = { resourceType: "user", afterId: undefined, count: 10 } as const;
    expect((await idp.deletions.list(page)).items).toEqual([]);
    expect((await all.deletions.list(page)).items).toHaveLength(1);
  });

  it("leads nowhere: groups of the platform are left out of a user's groups, and what is reached through them", async () => {
    const user = await addUser("theirs@x.io", "idp");
    const inner = await addGroup("Inner", "idp", user);
    const ours = await addGroup("Ours", "platform", inner);
    const outer = await addGroup("Outer", "idp", ours);
    const groupsSeenBy = async (directory: Directory) =>
      (await directory.users.find(user))?.groups.map(({ id }) => id).toSorted();
    expect(await groupsSeenBy(all)).toEqual([inner, ours, outer].toSorted());
    expect(await groupsSeenBy(idp)).toEqual([inner]);
    const inGroup = async (directory: Directory, value: string) => {
      const where = { kind: "compare", attribute: userAttributes["groups.value"], operator: "eq", value } as const;
      return (await directory.users.list({ ...firstPage, where })).total;
    };
    for (const [group, seen] of [
      [inner, 1],
      [ours, 0],
      [outer, 0],
    ] as const) {
      expect([await inGroup(all, group), await inGroup(idp, group)]).toEqual([1, seen]);
    }
  });

  it("is no member for the identity provider", async () => {
    const [ours, theirs] = [await addUser("ours@x.io", "platform"), await addUser("theirs@x.io", "idp")];
    const group = await addGroup("Mixed", "idp", ours, theirs, await addGroup("Nested", "platform"));
    expect((await all.groups.membersOf([group])).get(group)).toHaveLength(3);
    expect((await idp.groups.membersOf([group])).get(group)).toMatchObject([{ id: theirs }]);
    expect(await idp.groups.members(group, { afterId: undefined, count: 1 })).toMatchObject([{ id: theirs }]);
  });

  it("keeps its names: they are taken for everybody", async () => {
    await addUser("ours@x.io", "platform");
    const draft = { userName: "Ours@x.io", externalId: null, active: true, profile: {} };
    const twin = createUser(idp.users, { draft, origin: "idp", connectionId: null, actor });
    await expect(twin).rejects.toMatchObject({ refusal: { code: "conflict", attribute: "userName" } });
  });
});

describe("many at once", () => {
  it("are found by every key, in the order of their ids, with their groups, each once", async () => {
    const ids = [await addUser("a@x.io", "idp"), await addUser("b@x.io", "platform"), await addUser("c@x.io", "idp")];
    const group = await addGroup("Team", "idp", ids[0] ?? "");
    const find = async (by: "id" | "userName" | "externalId" | "email", ...values: string[]) =>
      (await all.users.lookUp(by, values)).map(({ id }) => ids.indexOf(id));
    expect(await find("id", ids[2]?.toUpperCase() ?? "", "nobody", ids[0] ?? "", ids[0] ?? "")).toEqual([0, 2]);
    expect(await find("id", "nobody")).toEqual([]);
    expect(await find("userName", "B@X.IO", "a@x.io", "a@X.io")).toEqual([0, 1]);
    expect(await find("externalId", "x-a@x.io", "X-B@x.io")).toEqual([0]);
    expect(await find("email", "Team@x.io", "nobody")).toEqual([0, 1, 2]);
    expect((await all.users.lookUp("id", ids)).map(({ groups }) => groups.length)).toEqual([1, 0, 0]);
    for (const [by, value] of [
      ["id", group],
      ["displayName", "TEAM"],
      ["externalId", "x-Team"],
    ] as const) {
      expect(await all.groups.lookUp(by, [value, "nothing"])).toMatchObject([{ id: group }]);
    }
  });
});
