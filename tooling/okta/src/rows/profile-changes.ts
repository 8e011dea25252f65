import { accountOf } from "../okta-apps/roster.ts";
import { readUser } from "../okta-apps/users.ts";
import { type JsonObject, textAt } from "../client/json.ts";
import type { Person } from "../company/company.ts";
import { requireUser } from "../requirements/require-user.ts";
import { schemas } from "../requirements/schemas.ts";
import type { Scene } from "../stage/scene.ts";
import { type AppRun, actionOf } from "./app-run.ts";

/** Rows 4, 4b and 10: Update User Attributes in each of its forms, and Force Sync. */
export async function playProfileChanges(run: AppRun): Promise<void> {
  const { stage, app, roster, cast } = run;

  await stage.play(actionOf(run, "4", `Update user attributes: ${cast.changed.userName}`), async (scene) => {
    const account = accountOf(scene, roster, cast.changed);
    account.person = {
      ...account.person,
      title: "Principal Ärchitect – 1st class",
      department: "Finance",
      familyName: "Ó Súilleabháin-Groß",
    };
    await app.updateProfile(scene, account);
    requireProfile(scene, await readUser(scene, account.id), account.person);
  });

  const { patchProfile } = app;
  if (patchProfile) {
    await stage.play(
      actionOf(run, "4b", `Update user attributes by PATCH: ${cast.changed.userName}`),
      async (scene) => {
        const account = accountOf(scene, roster, cast.changed);
        account.person = {
          ...account.person,
          title: "Fellow",
          department: "Sales",
          givenName: "Chloë",
          familyName: "Nguyễn",
        };
        await patchProfile(scene, account);
        requireProfile(scene, await readUser(scene, account.id), account.person);
      },
    );
  }

  const synced = [...roster.accounts.values()].slice(0, FORCE_SYNC_PEOPLE);
  await stage.playMany(actionOf(run, "10", "Force Sync"), synced, {
    act: (scene, account) => app.updateProfile(scene, account),
    name: (account) => account.person.userName,
    concurrency: 1,
  });
}

/** Enough to see that an unchanged profile is accepted; everybody would double the run. */
const FORCE_SYNC_PEOPLE = 5;

function requireProfile(scene: Scene, user: JsonObject, person: Person): void {
  requireUser(scene, user, { person, active: true });
  scene.require("the title was stored", textAt(user, "title") === person.title, textAt(user, "title"));
  const department = textAt(user, schemas.enterpriseUser, "department");
  scene.require("the enterprise department was stored", department === person.department, department);
  scene.require(
    "the mail was left alone",
    textAt(user, "emails", 0, "value") === person.email,
    textAt(user, "emails", 0, "value"),
  );
}
