import type { Reply } from "../client/call.ts";
import { listAt, textAt, valueAt } from "../client/json.ts";
import type { Scene } from "../stage/scene.ts";
import { schemas } from "./schemas.ts";

export interface ExpectedGroup {
  readonly id?: string;
  readonly name: string;
}

/** A group with its schema, id and displayName; its members may be left out. Returns its id. */
export function requireGroup(scene: Scene, group: unknown, expected: ExpectedGroup): string {
  scene.require(
    "the group has the Group schema",
    listAt(group, "schemas").includes(schemas.group),
    valueAt(group, "schemas"),
  );
  const id = textAt(group, "id") ?? "";
  scene.insist("the id is usable", id !== "" && !id.includes("bulkId"), valueAt(group, "id"));
  if (expected.id !== undefined)
    scene.require("the id stays the same", id === expected.id, `${id} instead of ${expected.id}`);
  scene.require(
    "displayName comes back as sent",
    textAt(group, "displayName") === expected.name,
    textAt(group, "displayName"),
  );
  return id;
}

/** The reply to a change: 204, or 200 with the group. */
export function requireGroupChanged(scene: Scene, reply: Reply, expected: ExpectedGroup): void {
  scene.insist(
    "status is 200 or 204",
    reply.status === 200 || reply.status === 204,
    `${reply.status} ${reply.text}`.trim(),
  );
  if (reply.status === 200) requireGroup(scene, reply.body, expected);
}

/** Exactly these members, each once. */
export function requireMembers(scene: Scene, group: unknown, expectedIds: readonly string[]): void {
  const found = listAt(group, "members").map((member) => textAt(member, "value") ?? "");
  const unique = new Set(found);
  const expected = new Set(expectedIds);
  const missing = [...expected].filter((id) => !unique.has(id));
  const extra = [...unique].filter((id) => !expected.has(id));
  const doubled = found.length - unique.size;
  scene.require(
    `the group has exactly its ${expected.size} members, each once`,
    missing.length === 0 && extra.length === 0 && doubled === 0,
    { found: found.length, doubled, missing, extra },
  );
}
