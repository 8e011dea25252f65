import type { Reply } from "../client/call.ts";
import { type JsonObject, isObject, textAt } from "../client/json.ts";
import { type ListPage, requireList } from "../requirements/require-list.ts";
import { requireStatus } from "../requirements/require-status.ts";
import { requireUser } from "../requirements/require-user.ts";
import { type Scene, SceneEnd } from "../stage/scene.ts";
import { mergedBody } from "./user-body.ts";

/** Okta's page size, sent even with a filter. */
export const PAGE_SIZE = 100;

/** Looks a person up as Okta does before it creates one. Returns the id, or undefined when nobody has the name. */
export async function findUser(scene: Scene, userName: string): Promise<string | undefined> {
  const page = await filterUsers(scene, userName);
  if (page.totalResults === 0) return undefined;
  const [user] = page.resources;
  scene.insist("one user at most has the userName", page.totalResults === 1 && page.resources.length === 1, page);
  const found = textAt(user, "userName");
  scene.insist("the filter finds the userName asked for", found?.toLowerCase() === userName.toLowerCase(), found);
  return requireUser(scene, user, {});
}

export async function filterUsers(scene: Scene, userName: string): Promise<ListPage> {
  const query = { filter: `userName eq ${JSON.stringify(userName)}`, startIndex: 1, count: PAGE_SIZE };
  return requireList(scene, await scene.ask({ method: "GET", path: "/Users", query }));
}

/** A user by id, which must be there, deactivated or not. */
export async function readUser(scene: Scene, id: string): Promise<JsonObject> {
  const reply = await scene.ask({ method: "GET", path: `/Users/${id}` });
  requireStatus(scene, reply, 200);
  requireUser(scene, reply.body, { id });
  return objectOf(scene, reply);
}

/** The custom app's way of every change: GET, then PUT of the whole user. */
export async function readThenPut(scene: Scene, id: string, changes: JsonObject): Promise<Reply> {
  const current = await readUser(scene, id);
  return scene.ask({ method: "PUT", path: `/Users/${id}`, body: mergedBody(current, changes) });
}

export function objectOf(scene: Scene, reply: Reply): JsonObject {
  if (isObject(reply.body)) return reply.body;
  scene.require("the body is a JSON object", false, reply.text);
  throw new SceneEnd("no object");
}
