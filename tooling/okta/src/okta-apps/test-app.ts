import type { Reply } from "../client/call.ts";
import type { JsonObject } from "../client/json.ts";
import { requireGroupChanged } from "../requirements/require-group.ts";
import { requireUserChanged } from "../requirements/require-user.ts";
import { schemas } from "../requirements/schemas.ts";
import type { Scene } from "../stage/scene.ts";
import type { AppBehaviour, MemberChange } from "./app-behaviour.ts";
import { memberList } from "./groups.ts";
import { memberOperations } from "./member-operations.ts";
import type { Account, PushedGroup } from "./roster.ts";
import { profileBody } from "./user-body.ts";
import { readThenPut } from "./users.ts";

/** The catalog's "SCIM 2.0 Test App": PATCH for activity, password and groups; profiles are GET, then PUT. */
export const testApp: AppBehaviour = {
  kind: "test-app",
  space: "%20",

  updateProfile,

  async patchProfile(scene, account) {
    const { title, givenName, familyName, department } = account.person;
    await patchUser(scene, account, { op: "replace", value: { title, name: { familyName } } });
    await patchUser(scene, account, { op: "replace", path: "name.givenName", value: givenName });
    await patchUser(scene, account, { op: "replace", path: `${schemas.enterpriseUser}:department`, value: department });
  },

  deactivate: (scene, account) => patchActive(scene, account, false),

  async reactivate(scene, account) {
    await patchActive(scene, account, true);
    await updateProfile(scene, account);
  },

  async syncPassword(scene, account, password) {
    const reply = await patchUser(scene, account, { op: "replace", value: { password } });
    scene.require("the password is not in the reply", !reply.text.includes(password));
  },

  async fillNewGroup(scene, group) {
    await sendName(scene, group);
    await changeMembers(scene, group, { remove: [], add: group.members });
  },

  async changeMembers(scene, group, change) {
    await changeMembers(scene, group, change);
    // The name rides along with each change of members.
    await sendName(scene, group);
  },

  pushNow: [replaceMembersByPath, replaceMembersWithoutPath],

  rename: sendName,
};

async function updateProfile(scene: Scene, { id, person, active }: Account): Promise<void> {
  const reply = await readThenPut(scene, id, { ...profileBody(person), active });
  requireUserChanged(scene, reply, { id, person, active });
}

async function patchActive(scene: Scene, account: Account, active: boolean): Promise<void> {
  const reply = await scene.ask(patchCall(`/Users/${account.id}`, [{ op: "replace", value: { active } }]));
  requireUserChanged(scene, reply, { id: account.id, active });
}

async function patchUser(scene: Scene, { id }: Account, operation: JsonObject): Promise<Reply> {
  const reply = await scene.ask(patchCall(`/Users/${id}`, [operation]));
  requireUserChanged(scene, reply, { id });
  return reply;
}

async function changeMembers(scene: Scene, group: PushedGroup, change: MemberChange): Promise<void> {
  for (const operations of memberOperations(change)) await patchGroup(scene, group, operations);
}

async function replaceMembersByPath(scene: Scene, group: PushedGroup): Promise<void> {
  await patchGroup(scene, group, [{ op: "replace", path: "members", value: memberList(group.members) }]);
}

async function replaceMembersWithoutPath(scene: Scene, group: PushedGroup): Promise<void> {
  const value = { members: memberList(group.members), id: group.id, displayName: group.name };
  await patchGroup(scene, group, [{ op: "replace", value }]);
}

/** The read-only id goes inside the value; the URL alone says which group it is. */
async function sendName(scene: Scene, group: PushedGroup): Promise<void> {
  await patchGroup(scene, group, [{ op: "replace", value: { id: group.id, displayName: group.name } }]);
}

async function patchGroup(scene: Scene, { id, name }: PushedGroup, operations: readonly JsonObject[]): Promise<void> {
  requireGroupChanged(scene, await scene.ask(patchCall(`/Groups/${id}`, operations)), { id, name });
}

function patchCall(
  path: string,
  operations: readonly JsonObject[],
): { method: "PATCH"; path: string; body: JsonObject } {
  return { method: "PATCH", path, body: { schemas: [schemas.patchOp], Operations: operations } };
}
