import type { Reply } from "../client/call.ts";
import { type JsonObject, textAt } from "../client/json.ts";
import { requireGroup, requireMembers } from "../requirements/require-group.ts";
import { requireList } from "../requirements/require-list.ts";
import { requireStatus } from "../requirements/require-status.ts";
import { schemas } from "../requirements/schemas.ts";
import type { Scene } from "../stage/scene.ts";
import type { Account, PushedGroup } from "./roster.ts";
import { mergedBody } from "./user-body.ts";
import { objectOf, PAGE_SIZE } from "./users.ts";

/** Looks a group up by its name. Returns the id, or undefined. */
export async function findGroup(scene: Scene, name: string): Promise<string | undefined> {
  const query = { filter: `displayName eq ${JSON.stringify(name)}`, startIndex: 1, count: PAGE_SIZE };
  const page = requireList(scene, await scene.ask({ method: "GET", path: "/Groups", query }));
  if (page.totalResults === 0) return undefined;
  scene.insist("one group at most has the name", page.totalResults === 1 && page.resources.length === 1, page);
  scene.insist(
    "the filter finds the name asked for",
    textAt(page.resources[0], "displayName") === name,
    page.resources[0],
  );
  return requireGroup(scene, page.resources[0], { name });
}

/** Creates a group, its members empty or already filled in. */
export async function createGroup(scene: Scene, name: string, members: readonly Account[]): Promise<string> {
  const body = { schemas: [schemas.group], displayName: name, members: memberList(members) };
  const reply = await scene.ask({ method: "POST", path: "/Groups", body });
  requireStatus(scene, reply, 201);
  return requireGroup(scene, reply.body, { name });
}

/** The group as the server has it now must be the group as Okta pushed it. */
export async function verifyGroup(scene: Scene, group: PushedGroup): Promise<JsonObject> {
  const reply = await scene.ask({ method: "GET", path: `/Groups/${group.id}` });
  requireStatus(scene, reply, 200);
  requireGroup(scene, reply.body, { id: group.id, name: group.name });
  requireMembers(
    scene,
    reply.body,
    group.members.map((member) => member.id),
  );
  return objectOf(scene, reply);
}

/** GET, then PUT of the whole group with these changes. */
export async function readThenPutGroup(scene: Scene, id: string, changes: JsonObject): Promise<Reply> {
  const current = await scene.ask({ method: "GET", path: `/Groups/${id}` });
  requireStatus(scene, current, 200);
  return scene.ask({ method: "PUT", path: `/Groups/${id}`, body: mergedBody(objectOf(scene, current), changes) });
}

/** Members as Okta writes them: `value` and `display` only, and `display` is null at times. */
export function memberList(members: readonly Account[]): JsonObject[] {
  return members.map((member, index) => ({
    value: member.id,
    display: index % NULL_DISPLAY_EVERY === NULL_DISPLAY_EVERY - 1 ? null : member.person.userName,
  }));
}

const NULL_DISPLAY_EVERY = 3;
