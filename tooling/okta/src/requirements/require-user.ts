import type { Reply } from "../client/call.ts";
import { isObject, listAt, textAt, valueAt } from "../client/json.ts";
import type { Person } from "../company/company.ts";
import type { Scene } from "../stage/scene.ts";
import { schemas } from "./schemas.ts";

export interface ExpectedUser {
  readonly id?: string;
  readonly active?: boolean;
  /** The userName and the names must come back exactly as sent. */
  readonly person?: Pick<Person, "userName" | "givenName" | "familyName">;
}

/** A whole user, as Okta reads it from a reply or a list. Returns its id. */
export function requireUser(scene: Scene, user: unknown, expected: ExpectedUser): string {
  const missing = minimum.filter((attribute) => !attribute.present(user)).map((attribute) => attribute.name);
  scene.require("the user is whole", missing.length === 0, `without ${missing.join(", ")}`);
  scene.require("no password is returned", !hasPassword(user), "a password attribute");
  const id = textAt(user, "id") ?? "";
  scene.insist("the id is usable", id !== "" && !id.includes("bulkId"), valueAt(user, "id"));
  if (expected.id !== undefined)
    scene.require("the id stays the same", id === expected.id, `${id} instead of ${expected.id}`);
  if (expected.active !== undefined) {
    scene.require(`active is ${expected.active}`, valueAt(user, "active") === expected.active, valueAt(user, "active"));
  }
  if (expected.person) requireNames(scene, user, expected.person);
  return id;
}

/** The reply to a change: 204, or 200 with the user. */
export function requireUserChanged(scene: Scene, reply: Reply, expected: ExpectedUser): void {
  scene.insist(
    "status is 200 or 204",
    reply.status === 200 || reply.status === 204,
    `${reply.status} ${reply.text}`.trim(),
  );
  if (reply.status === 200) requireUser(scene, reply.body, expected);
}

function requireNames(
  scene: Scene,
  user: unknown,
  { userName, givenName, familyName }: NonNullable<ExpectedUser["person"]>,
): void {
  scene.require(
    "userName comes back as sent, case kept",
    textAt(user, "userName") === userName,
    `${textAt(user, "userName")} instead of ${userName}`,
  );
  const names = [textAt(user, "name", "givenName"), textAt(user, "name", "familyName")];
  scene.require("the names come back as sent", names[0] === givenName && names[1] === familyName, names);
}

const minimum: readonly { readonly name: string; readonly present: (user: unknown) => boolean }[] = [
  { name: "schemas", present: (user) => listAt(user, "schemas").includes(schemas.user) },
  { name: "id", present: (user) => Boolean(textAt(user, "id")) },
  { name: "userName", present: (user) => Boolean(textAt(user, "userName")) },
  { name: "name.givenName", present: (user) => Boolean(textAt(user, "name", "givenName")) },
  { name: "name.familyName", present: (user) => Boolean(textAt(user, "name", "familyName")) },
  { name: "emails", present: (user) => Boolean(textAt(user, "emails", 0, "value")) },
  { name: "active", present: (user) => typeof valueAt(user, "active") === "boolean" },
];

function hasPassword(user: unknown): boolean {
  return isObject(user) && Object.keys(user).some((key) => key.toLowerCase() === "password");
}
