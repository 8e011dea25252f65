import { type Account, accountOf } from "../okta-apps/roster.ts";
import { findUser, readUser } from "../okta-apps/users.ts";
import { requireUser } from "../requirements/require-user.ts";
import type { Scene } from "../stage/scene.ts";
import { type AppRun, actionOf } from "./app-run.ts";

/** Rows 8, 6 and 7: a suspension, which Okta does not send; a leave of absence; and the return. */
export async function playDeactivation(run: AppRun): Promise<void> {
  const { stage, cast, roster } = run;
  const { userName } = cast.returning;

  await stage.play(actionOf(run, "8", `Suspend and unsuspend: ${userName} (Okta sends nothing)`), () =>
    Promise.resolve(),
  );

  await stage.play(actionOf(run, "6", `Unassign person: ${userName}`), (scene) =>
    unassign(run, scene, accountOf(scene, roster, cast.returning)),
  );

  await stage.play(actionOf(run, "7", `Reactivate and assign again: ${userName}`), (scene) =>
    reassign(run, scene, accountOf(scene, roster, cast.returning)),
  );
}

/** Row 6 for good. Plays last, so that the groups of the story keep active members. */
export async function playLeaver(run: AppRun): Promise<void> {
  const { leaver } = run.cast;
  await run.stage.play(actionOf(run, "6", `Deactivate Okta user: ${leaver.userName}`), async (scene) => {
    const account = accountOf(scene, run.roster, leaver);
    await unassign(run, scene, account);
    const found = await findUser(scene, leaver.userName);
    scene.require("the filter still finds the inactive user", found === account.id, found);
  });
}

/** Deactivates, and requires that the user can still be read: a 404 here fails Okta's CRUD test. */
export async function unassign({ app }: AppRun, scene: Scene, account: Account): Promise<void> {
  await app.deactivate(scene, account);
  account.active = false;
  requireUser(scene, await readUser(scene, account.id), { active: false });
}

export async function reassign({ app }: AppRun, scene: Scene, account: Account): Promise<void> {
  const found = await findUser(scene, account.person.userName);
  scene.insist("the filter finds the inactive user under the same id", found === account.id, found);
  account.active = true;
  await app.reactivate(scene, account);
  requireUser(scene, await readUser(scene, account.id), { active: true, person: account.person });
}
