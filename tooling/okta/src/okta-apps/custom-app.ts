import { requireGroupChanged } from "../requirements/require-group.ts";
import { requireUserChanged } from "../requirements/require-user.ts";
import type { Scene } from "../stage/scene.ts";
import type { AppBehaviour } from "./app-behaviour.ts";
import { memberList, readThenPutGroup } from "./groups.ts";
import type { Account, PushedGroup } from "./roster.ts";
import { profileBody } from "./user-body.ts";
import { readThenPut } from "./users.ts";

/** An app of the App Integration Wizard: every change of a user or a group is GET, then PUT; never PATCH. */
export const customApp: AppBehaviour = {
  kind: "custom-app",
  space: "+",

  updateProfile: (scene, account) => putAccount(scene, account, account.active),
  deactivate: (scene, account) => putAccount(scene, account, false),
  reactivate: (scene, account) => putAccount(scene, account, true),

  async syncPassword(scene, account, password) {
    const reply = await readThenPut(scene, account.id, { ...profileBody(account.person), password });
    requireUserChanged(scene, reply, { id: account.id, person: account.person });
    scene.require("the password is not in the reply", !reply.text.includes(password));
  },

  fillNewGroup: putMembers,
  changeMembers: (scene, group) => putMembers(scene, group),
  pushNow: [putMembers],

  async rename(scene, group) {
    requireGroupChanged(scene, await readThenPutGroup(scene, group.id, { displayName: group.name }), group);
  },
};

async function putAccount(scene: Scene, { id, person }: Account, active: boolean): Promise<void> {
  const reply = await readThenPut(scene, id, { ...profileBody(person), active });
  requireUserChanged(scene, reply, { id, person, active });
}

async function putMembers(scene: Scene, { id, name, members }: PushedGroup): Promise<void> {
  const reply = await readThenPutGroup(scene, id, { displayName: name, members: memberList(members) });
  requireGroupChanged(scene, reply, { id, name });
}
