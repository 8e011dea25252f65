import {
  createUser,
  deleteUser,
  type ListQuery,
  newEvent,
  newId,
  type Predicate,
  type PredicateValue,
  restoreUser,
  updateGroup,
  type UserDraft,
  type UserKey,
  strictGroupRules,
  updateUser,
  userAttributes,
} from "@rollcall/domain";
import { seededUser } from "../seed/seeded-user.ts";
import type { Walk } from "./walk.ts";

const PAGE = 100;

export async function walkUsers(walk: Walk): Promise<void> {
  await readUsers(walk);
  await listUsers(walk);
  await writeUsers(walk);
}

async function readUsers({ idp, api, world, step }: Walk): Promise<void> {
  const { firstUser, lastUser } = world;
  await step("users: get one in many groups", () => idp.users.find(firstUser.id));
  await step("users: get one in no group", () => idp.users.find(lastUser.id));
  await step("users: get one without its groups", () => idp.users.find(lastUser.id, { withGroups: false }));
  await step("users: get one by connection and externalId", () =>
    idp.users.findByExternalId(lastUser.connectionId, lastUser.externalId ?? ""),
  );
  const values = {
    id: lastUser.id,
    userName: lastUser.userName,
    externalId: lastUser.externalId ?? "",
    email: lastUser.userName,
  } as const satisfies Record<UserKey, string>;
  for (const key of ["id", "userName", "externalId", "email"] as const) {
    await step(`users: look up many by ${key}`, () => api.users.lookUp(key, [values[key], values[key].toUpperCase()]));
  }
}

async function listUsers({ idp, api, world, step }: Walk): Promise<void> {
  const { users } = world.size;
  const { lastUser } = world;
  const list = async (name: string, query: Partial<ListQuery>) => {
    await step(`users: ${name}`, () => idp.users.list({ start: at(1), count: PAGE, withTotal: true, ...query }));
  };
  await list("first page", {});
  await list("first page without a total", { withTotal: false });
  for (const withGroups of [true, false]) {
    const texts = (query: Partial<ListQuery>) => () =>
      idp.users.listTexts({ start: at(1), count: PAGE, withTotal: true, ...query }, { withGroups });
    const ending = withGroups ? "as texts" : "as texts, without groups";
    await step(`users: first page ${ending}`, texts({}));
    await step(`users: userName eq ${ending}`, texts({ where: where("userName", lastUser.userName) }));
  }
  await list("total alone", { count: 0 });
  // The first of the two leaves the place where the second begins.
  await list("last page but one by startIndex", { start: at(users - 2 * PAGE + 1) });
  await list("last page by startIndex, after the page before", { start: at(users - PAGE + 1) });
  await step("users: last page by startIndex, out of the blue", () =>
    api.users.list({ start: at(users - PAGE + 1), count: PAGE, withTotal: true }),
  );
  await list("page by cursor", { start: { kind: "after", position: { id: world.firstUser.id } } });
  await list("id eq", { where: where("id", lastUser.id) });
  await list("userName eq", { where: where("userName", lastUser.userName) });
  await list("externalId eq", { where: where("externalId", lastUser.externalId) });
  await list("emails.value eq", { where: where("emails.value", lastUser.userName) });
  await list("userName eq, and active", {
    where: { kind: "and", operands: [where("userName", lastUser.userName), where("active", true)] },
  });
  await list("userName eq or externalId eq", {
    where: { kind: "or", operands: [where("userName", lastUser.userName), where("externalId", lastUser.externalId)] },
  });
  await list("active eq, a page", { where: where("active", false), withTotal: false });
  await list("displayName eq", { where: where("displayName", "nobody") });
  await list("groups eq", { where: { ...where("groups.value", world.smallGroupId) } });
  await list("active eq, with the total", { where: where("active", true) });
  await list("userName sw", { where: { ...where("userName", "Amara.Okonkwo.0000"), operator: "sw" } });
  await list("meta.lastModified gt", { where: { ...where("updatedAt", new Date()), operator: "gt" } });
  await list("ordered by userName", { order: { attribute: userAttributes.userName, direction: "ascending" } });
  await step("users: free text", () =>
    api.users.list({ search: "nobody", start: at(1), count: PAGE, withTotal: false }),
  );
}

async function writeUsers(walk: Walk): Promise<void> {
  const { idp, api, world, actor, step } = walk;
  const request = { origin: "idp", connectionId: world.tenant.connectionId, actor } as const;
  const user = await step("users: create", () => createUser(idp.users, { ...request, draft: newDraft() }));
  const { id } = user;
  await step("users: replace the profile", () =>
    updateUser(idp.users, { id, actor, change: (current) => withTitle(current, "Architect") }),
  );
  await step("users: deactivate", () =>
    updateUser(idp.users, { id, actor, change: (current) => ({ ...current, active: false }) }),
  );
  await step("users: change, audited", () =>
    updateUser(api.users, { id, actor, change: (current) => withTitle(current, "Engineer") }),
  );
  await joinAllGroups(walk, id);
  await step("users: leave many groups", () =>
    idp.users.leaveGroups(id, (group, version) =>
      newEvent("group.member_removed", actor, {
        id: group.id,
        version,
        data: { groupId: group.id, memberId: id, memberType: "user" },
      }),
    ),
  );
  await joinAllGroups(walk, id);
  await step("users: delete one in many groups", () => deleteUser(idp.users, { id, actor }));
  await step("users: list of deleted ones", () =>
    api.deletions.list({ resourceType: "user", afterId: undefined, count: PAGE }),
  );
  await step("users: restore into many groups", () => restoreUser(idp.users, { id, actor }));
  await deleteUser(idp.users, { id, actor });
}

async function joinAllGroups({ idp, world, actor }: Walk, id: string): Promise<void> {
  for (const groupId of world.tenant.groupIds) {
    await updateGroup(idp.groups, {
      id: groupId,
      actor,
      change: (group) => group,
      members: [{ kind: "add", ids: [id] }],
      rules: strictGroupRules,
    });
  }
}

function newDraft(): UserDraft {
  const mark = newId();
  return { ...seededUser(1), userName: `${mark}@example.com`, externalId: mark };
}

function withTitle(draft: UserDraft, title: string): UserDraft {
  return { ...draft, profile: { ...draft.profile, title } };
}

function at(startIndex: number): ListQuery["start"] {
  return { kind: "index", startIndex };
}

function where(
  name: keyof typeof userAttributes,
  value: PredicateValue,
): Extract<Predicate, { readonly kind: "compare" }> {
  return { kind: "compare", attribute: userAttributes[name], operator: "eq", value };
}
