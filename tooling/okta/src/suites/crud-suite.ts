import type { Account } from "../okta-apps/roster.ts";
import type { ScimClient } from "../client/scim-client.ts";
import { textAt } from "../client/json.ts";
import { requireList } from "../requirements/require-list.ts";
import { requireStatus } from "../requirements/require-status.ts";
import { type ExpectedUser, requireUser } from "../requirements/require-user.ts";
import { type AppRun, actionOf } from "../rows/app-run.ts";
import { assignPerson } from "../rows/assign-person.ts";
import { reassign, unassign } from "../rows/deactivation.ts";
import { runscopePerson } from "./runscope-person.ts";
import { suiteAction } from "./suite-run.ts";

/**
 * Okta-SCIM-20-CRUD-Test.json: the suite acts in Okta, waits, and reads the SCIM server with a client of its own.
 * Returns the userName of the user it leaves.
 */
export async function playCrudSuite(run: AppRun, reader: ScimClient): Promise<string> {
  const person = runscopePerson();
  const account = await run.stage.play(
    actionOf(run, "CRUD 3", `Create Okta user and assign: ${person.userName}`),
    (scene) => assignPerson(scene, person),
  );
  if (!account) return person.userName;
  await readByUserName(run, reader, account);

  await run.stage.play(actionOf(run, "CRUD 6", "Change the first name in Okta"), async (scene) => {
    account.person = { ...person, givenName: `${person.givenName}Updated` };
    await run.app.updateProfile(scene, account);
  });
  await readById(run, reader, { row: "CRUD 7", account, active: true });

  await run.stage.play(actionOf(run, "CRUD 9", "Deactivate the Okta user"), (scene) => unassign(run, scene, account));
  await readById(run, reader, { row: "CRUD 10", account, active: false });

  await run.stage.play(actionOf(run, "CRUD 13", "Activate the Okta user and assign again"), (scene) =>
    reassign(run, scene, account),
  );
  await readById(run, reader, { row: "CRUD 14", account, active: true });

  await run.stage.play(actionOf(run, "CRUD 17", "Delete the app assignment"), (scene) => unassign(run, scene, account));
  await readById(run, reader, { row: "CRUD 18", account, active: false });
  return person.userName;
}

async function readByUserName({ stage }: AppRun, client: ScimClient, { person, id }: Account): Promise<void> {
  await stage.play(suiteAction({ stage, client }, "CRUD 4", "Read the assigned user by userName"), async (scene) => {
    const query = { filter: `userName eq "${person.userName}"` };
    const page = requireList(scene, await scene.ask({ method: "GET", path: "/Users", query }));
    const [user] = page.resources;
    scene.insist("the user is in the SCIM server", user !== undefined, page);
    requireUser(scene, user, { id, person, active: true });
    scene.require(
      "the mail is there",
      textAt(user, "emails", 0, "value") === person.email,
      textAt(user, "emails", 0, "value"),
    );
  });
}

interface Reading {
  readonly row: string;
  readonly account: Account;
  readonly active: boolean;
}

async function readById({ stage }: AppRun, client: ScimClient, { row, account, active }: Reading): Promise<void> {
  const expected: ExpectedUser = { id: account.id, active, person: account.person };
  await stage.play(suiteAction({ stage, client }, row, "Read the user by id"), async (scene) => {
    const reply = await scene.ask({ method: "GET", path: `/Users/${account.id}` });
    requireStatus(scene, reply, 200);
    requireUser(scene, reply.body, expected);
  });
}
