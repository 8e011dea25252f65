import { deleteGroup, restoreGroup, strictGroupRules, updateGroup } from "@rollcall/domain";
import { describe, expect, it } from "vitest";
import { actor, addGroup, addUser, createDirectory } from "./memory.fixture.ts";

describe("groups", () => {
  it("are as they were when their change fails", async () => {
    const { directory } = await createDirectory();
    const ada = await addUser(directory, { userName: "ada" });
    const group = await addGroup(directory, "Staff");
    const broken = directory.groups.transact(async (transaction) => {
      await transaction.update({ ...group, displayName: "Crew", version: 2 }, { uniqueName: true });
      await transaction.addMembers(group.id, [{ id: ada.id, type: "user" }]);
      throw new Error("on the way");
    });
    await expect(broken).rejects.toThrow("on the way");
    expect(await directory.groups.find(group.id)).toMatchObject({ displayName: "Staff", version: 1 });
    expect(await directory.groups.members(group.id, { afterId: undefined, count: 10 })).toEqual([]);
  });

  it("reach users through groups that are members, and never contain themselves", async () => {
    const { directory } = await createDirectory();
    const ada = await addUser(directory, { userName: "ada", profile: { displayName: "Ada" } });
    const inner = await addGroup(directory, "Inner", [ada.id]);
    const outer = await addGroup(directory, "Outer", [inner.id]);
    expect((await directory.users.find(ada.id))?.groups).toEqual([
      { id: inner.id, displayName: "Inner", type: "direct" },
      { id: outer.id, displayName: "Outer", type: "indirect" },
    ]);
    expect((await directory.groups.membersOf([inner.id, outer.id])).get(inner.id)).toEqual([
      { id: ada.id, type: "user", display: "Ada" },
    ]);
    const circle = updateGroup(directory.groups, {
      id: inner.id,
      actor,
      change: (current) => current,
      members: [{ kind: "add", ids: [outer.id] }],
      rules: strictGroupRules,
    });
    await expect(circle).rejects.toMatchObject({ refusal: { code: "invalid_value", attribute: "members" } });
  });

  it("come back with their members, and in their groups", async () => {
    const { directory } = await createDirectory();
    const ada = await addUser(directory, { userName: "ada" });
    const inner = await addGroup(directory, "Inner", [ada.id]);
    const outer = await addGroup(directory, "Outer", [inner.id]);
    await deleteGroup(directory.groups, { id: inner.id, actor });
    expect(await directory.groups.members(outer.id, { afterId: undefined, count: 10 })).toEqual([]);
    await restoreGroup(directory.groups, { id: inner.id, actor });
    expect(await directory.groups.members(inner.id, { afterId: undefined, count: 10 })).toMatchObject([{ id: ada.id }]);
    expect(await directory.groups.members(outer.id, { afterId: undefined, count: 10 })).toMatchObject([
      { id: inner.id },
    ]);
  });

  it("have names that are theirs alone where that is asked for", async () => {
    const { directory } = await createDirectory();
    await addGroup(directory, "Staff");
    await expect(addGroup(directory, "STAFF")).rejects.toMatchObject({
      refusal: { code: "conflict", attribute: "displayName" },
    });
  });
});
