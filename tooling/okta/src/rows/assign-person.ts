import type { Account } from "../okta-apps/roster.ts";
import { newUserBody, profileBody } from "../okta-apps/user-body.ts";
import { findUser, readThenPut } from "../okta-apps/users.ts";
import type { Person } from "../company/company.ts";
import { requireStatus } from "../requirements/require-status.ts";
import { requireUser } from "../requirements/require-user.ts";
import type { Scene } from "../stage/scene.ts";

/** Rows 2 and 2b: looks the person up, then creates the user or takes over the one that is there. */
export async function assignPerson(scene: Scene, person: Person): Promise<Account> {
  const found = await findUser(scene, person.userName);
  const id = found === undefined ? await createUser(scene, person) : await adoptUser(scene, person, found);
  return { person, id, active: true };
}

async function createUser(scene: Scene, person: Person): Promise<string> {
  const reply = await scene.ask({ method: "POST", path: "/Users", body: newUserBody(person) });
  requireStatus(scene, reply, 201);
  return requireUser(scene, reply.body, { person, active: true });
}

async function adoptUser(scene: Scene, person: Person, id: string): Promise<string> {
  const reply = await readThenPut(scene, id, { ...profileBody(person), active: true });
  requireStatus(scene, reply, 200);
  return requireUser(scene, reply.body, { id, person, active: true });
}
