import {
  deleteUser,
  type ListQuery,
  newId,
  type Order,
  restoreUser,
  updateUser,
  userAttributes,
} from "@rollcall/domain";
import { describe, expect, it } from "vitest";
import { actor, addGroup, addUser, createDirectory } from "./memory.fixture.ts";

const all = { start: { kind: "after", position: undefined }, count: 100, withTotal: true } satisfies ListQuery;

describe("users", () => {
  it("have names that are theirs alone, in any case", async () => {
    const { directory } = await createDirectory();
    await addUser(directory, { userName: "Ada@acme.com" });
    const conflict = { refusal: { code: "conflict", attribute: "userName" } };
    await expect(addUser(directory, { userName: "ADA@acme.com" })).rejects.toMatchObject(conflict);
    const bob = await addUser(directory, { userName: "bob" });
    const rename = updateUser(directory.users, {
      id: bob.id,
      actor,
      change: () => ({ ...bob, userName: "ada@ACME.com" }),
    });
    await expect(rename).rejects.toMatchObject(conflict);
    expect(await directory.users.find(bob.id)).toMatchObject({ userName: "bob", version: 1 });
  });

  it("are written only from the version that was read", async () => {
    const { directory } = await createDirectory();
    const ada = await addUser(directory, { userName: "ada" });
    const rename = (userName: string) =>
      updateUser(directory.users, { id: ada.id, actor, change: () => ({ ...ada, userName }) });
    const renamed = await Promise.all([rename("ada1"), rename("ada2")]);
    expect(new Set(renamed.map(({ version }) => version))).toEqual(new Set([2, 3]));
  });

  it("cannot be changed by changing what was read or written", async () => {
    const { directory } = await createDirectory();
    const profile = { emails: [{ value: "ada@acme.com" }] };
    const { id } = await addUser(directory, { userName: "ada", profile });
    profile.emails.push({ value: "eve@evil.com" });
    const read = await directory.users.find(id);
    read?.profile.emails?.splice(0);
    expect((await directory.users.find(id))?.profile).toEqual({ emails: [{ value: "ada@acme.com" }] });
  });

  it("are listed in the order asked for, page by page, although one goes meanwhile", async () => {
    const { directory } = await createDirectory();
    const titles = { ada: "B", bob: "C", cleo: "A", dan: undefined };
    for (const [userName, title] of Object.entries(titles)) {
      await addUser(directory, { userName, profile: title === undefined ? {} : { title } });
    }
    const read = async (direction: "ascending" | "descending") => {
      const names: string[] = [];
      const order = { attribute: { ...userAttributes.userName, path: ["title"] }, direction };
      let page = await directory.users.list({ ...all, order, count: 2 });
      names.push(...page.items.map(({ userName }) => userName));
      expect(page.total).toBe(4);
      page = await directory.users.list({ ...all, order, start: { kind: "after", position: page.next } });
      expect(page.next).toBeUndefined();
      return [...names, ...page.items.map(({ userName }) => userName)];
    };
    expect(await read("ascending")).toEqual(["cleo", "ada", "bob", "dan"]);
    expect(await read("descending")).toEqual(["dan", "bob", "ada", "cleo"]);
  });

  it("are found by index, by filter and by text", async () => {
    const { directory } = await createDirectory();
    await addUser(directory, { userName: "ada", profile: { emails: [{ value: "Ada@Acme.com" }] } });
    await addUser(directory, { userName: "bob", active: false, profile: { name: { familyName: "Adams" } } });
    await addUser(directory, { userName: "cleo" });
    const names = async (query: Partial<ListQuery>) =>
      (await directory.users.list({ ...all, ...query })).items.map(({ userName }) => userName);
    expect(await names({ start: { kind: "index", startIndex: 2 }, count: 1 })).toEqual(["bob"]);
    expect(await names({ search: "ADA" })).toEqual(["ada", "bob"]);
    const compare = { kind: "compare", operator: "eq" } as const;
    expect(await names({ where: { ...compare, attribute: userAttributes.active, value: false } })).toEqual(["bob"]);
    expect(await directory.users.lookUp("email", ["ADA@acme.com"])).toMatchObject([{ userName: "ada" }]);
    expect(await directory.users.lookUp("id", [newId()])).toEqual([]);
  });

  it("come back into the groups that still exist, under their old id", async () => {
    const { directory } = await createDirectory();
    const ada = await addUser(directory, { userName: "ada" });
    const [kept, gone] = [await addGroup(directory, "Kept", [ada.id]), await addGroup(directory, "Gone", [ada.id])];
    await deleteUser(directory.users, { id: ada.id, actor });
    expect(await directory.users.find(ada.id)).toBeUndefined();
    expect(await directory.groups.find(kept.id)).toMatchObject({ version: 2 });
    const deleted = await directory.deletions.list({ resourceType: "user", afterId: undefined, count: 10 });
    expect(deleted.items).toMatchObject([{ id: ada.id, name: "ada" }]);
    await directory.groups.transact(async (transaction) => transaction.delete(gone));
    await restoreUser(directory.users, { id: ada.id, actor });
    expect(await directory.users.find(ada.id)).toMatchObject({ version: 2, groups: [{ id: kept.id, type: "direct" }] });
    expect(await directory.groups.find(kept.id)).toMatchObject({ version: 3 });
    await expect(restoreUser(directory.users, { id: ada.id, actor })).rejects.toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  it("of the platform do not exist for whoever sees the identity provider's alone, but their names are taken", async () => {
    const { directory, tenant, openDirectory } = await createDirectory();
    const ada = await addUser(directory, { userName: "ada" });
    const seen = openDirectory(tenant.id, { sees: "idp" });
    expect(await seen.users.find(ada.id)).toBeUndefined();
    expect((await seen.users.list(all)).total).toBe(0);
    await expect(deleteUser(seen.users, { id: ada.id, actor })).rejects.toMatchObject({
      refusal: { code: "not_found" },
    });
    await expect(addUser(seen, { userName: "ada" })).rejects.toMatchObject({ refusal: { code: "conflict" } });
  });

  it("refuse a place in a list that is none of its order", async () => {
    const { directory } = await createDirectory();
    const { id } = await addUser(directory, { userName: "ada" });
    const after = async (order: Order, key: string) =>
      await directory.users.list({ ...all, order, start: { kind: "after", position: { id, key } } });
    const { createdAt, userName, active } = userAttributes;
    for (const [attribute, key] of [
      [createdAt, ""],
      [createdAt, '"x"'],
      [userName, "1"],
      [active, '"true"'],
    ] as const) {
      const refused = after({ attribute, direction: "ascending" }, key);
      await expect(refused).rejects.toMatchObject({ refusal: { code: "invalid_value", attribute: "query" } });
    }
  });
});
