import {
  createGroup,
  deleteGroup,
  groupAttributes,
  type ListQuery,
  type MemberChange,
  newId,
  type Predicate,
  restoreGroup,
  strictGroupRules,
  updateGroup,
} from "@rollcall/domain";
import type { Walk } from "./walk.ts";

const PAGE = 100;

export async function walkGroups(walk: Walk): Promise<void> {
  await readGroups(walk);
  for (const size of ["large", "small"] as const) await changeMembers(walk, size);
  await writeGroups(walk);
}

async function readGroups({ idp, api, world, step }: Walk): Promise<void> {
  const { smallGroupId: id, firstUser } = world;
  const group = await step("groups: get", () => idp.groups.find(id));
  await step("groups: look up many by id", () => api.groups.lookUp("id", [id]));
  await step("groups: look up many by displayName", () => api.groups.lookUp("displayName", [group?.displayName ?? ""]));
  await step("groups: look up many by externalId", () => api.groups.lookUp("externalId", ["nothing"]));
  const list = async (name: string, query: Partial<ListQuery>) => {
    const all: ListQuery = { start: { kind: "index", startIndex: 1 }, count: PAGE, withTotal: true };
    await step(`groups: ${name}`, () => idp.groups.list({ ...all, ...query }));
  };
  await list("first page", {});
  await list("total alone", { count: 0 });
  await list("page by startIndex, out of the blue", { start: { kind: "index", startIndex: 42 } });
  await list("id eq", { where: where("id", id) });
  await list("displayName eq", { where: where("displayName", group?.displayName ?? "") });
  await list("externalId eq", { where: where("externalId", "nothing") });
  await list("members eq", { where: where("members.value", firstUser.id), withTotal: false });
  await list("ordered by displayName", { order: { attribute: groupAttributes.displayName, direction: "ascending" } });
  await step("groups: members of several small ones", () => idp.groups.membersOf([id]));
  await step("groups: page of members of a large one", () =>
    idp.groups.members(world.largeGroupId, { afterId: firstUser.id, count: PAGE }),
  );
}

async function changeMembers({ idp, world, actor, step }: Walk, size: "large" | "small"): Promise<void> {
  const id = size === "large" ? world.largeGroupId : world.smallGroupId;
  const change = async (name: string, ...members: MemberChange[]) => {
    const request = { id, actor, change: <TDraft>(group: TDraft) => group, members, rules: strictGroupRules };
    await step(`groups: ${name} a ${size} one`, () => updateGroup(idp.groups, request));
  };
  const ids = [world.lastUser.id];
  await change("add a member to", { kind: "add", ids });
  await change("add a member again to", { kind: "add", ids });
  await change("remove a member from", { kind: "remove", ids });
  const strangers = Array.from({ length: PAGE + 1 }, () => newId());
  await change("remove more than a hundred from", { kind: "remove", ids: [...ids, ...strangers] });
}

async function writeGroups({ idp, world, actor, step }: Walk): Promise<void> {
  const request = { origin: "idp", connectionId: world.tenant.connectionId, actor, rules: strictGroupRules } as const;
  const create = async (memberIds: readonly string[]) =>
    await createGroup(idp.groups, { ...request, draft: { displayName: newId(), externalId: null }, memberIds });
  const { firstUser, lastUser } = world;
  const { id } = await step("groups: create with members", () => create([firstUser.id, lastUser.id]));
  const child = await create([lastUser.id]);
  const change = async (name: string, displayName: string | undefined, ...members: MemberChange[]) => {
    const rules = strictGroupRules;
    await step(`groups: ${name}`, () =>
      updateGroup(idp.groups, {
        id,
        actor,
        change: (group) => ({ ...group, displayName: displayName ?? group.displayName }),
        members,
        rules,
      }),
    );
  };
  await change("rename", newId());
  await change("replace members", undefined, { kind: "replace", ids: [lastUser.id] });
  await change("add a group as a member", undefined, { kind: "add", ids: [child.id] });
  await step("groups: get a user in nested ones", () => idp.users.find(lastUser.id));
  await change("remove members by a filter", undefined, {
    kind: "removeWhere",
    matches: ({ type }) => type === "group",
  });
  await step("groups: delete", () => deleteGroup(idp.groups, { id, actor }));
  await step("groups: restore", () => restoreGroup(idp.groups, { id, actor }));
  for (const each of [id, child.id]) await deleteGroup(idp.groups, { id: each, actor });
}

function where(name: keyof typeof groupAttributes, value: string): Predicate {
  return { kind: "compare", attribute: groupAttributes[name], operator: "eq", value };
}
