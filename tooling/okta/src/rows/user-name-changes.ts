import { accountOf } from "../okta-apps/roster.ts";
import { profileBody } from "../okta-apps/user-body.ts";
import { filterUsers, findUser, readThenPut, readUser } from "../okta-apps/users.ts";
import { requireStatus } from "../requirements/require-status.ts";
import { requireUser } from "../requirements/require-user.ts";
import { type AppRun, actionOf } from "./app-run.ts";

/** Row 5: a new userName keeps the id; a taken one is refused; then the old one comes back, for the next run. */
export async function playUserNameChanges(run: AppRun): Promise<void> {
  const { stage, app, roster, cast } = run;
  const { userName } = cast.changed;
  const married = `Married.${userName}`;

  await stage.play(actionOf(run, "5", `Change userName: ${userName} → ${married}`), async (scene) => {
    const account = accountOf(scene, roster, cast.changed);
    account.person = { ...account.person, userName: married };
    await app.updateProfile(scene, account);
    const found = await findUser(scene, married);
    scene.require("the new userName finds the same user", found === account.id, found);
    const old = await filterUsers(scene, userName);
    scene.require("the old userName finds nobody", old.totalResults === 0, old);
  });

  const taken = cast.returning.userName;
  await stage.play(actionOf(run, "5", `Change userName to one that is taken: ${taken}`), async (scene) => {
    const account = accountOf(scene, roster, cast.changed);
    const reply = await readThenPut(scene, account.id, profileBody({ ...account.person, userName: taken }));
    requireStatus(scene, reply, 409);
    requireUser(scene, await readUser(scene, account.id), { person: account.person, active: true });
  });

  await stage.play(actionOf(run, "5", `Change userName back: ${userName}`), async (scene) => {
    const account = accountOf(scene, roster, cast.changed);
    account.person = cast.changed;
    await app.updateProfile(scene, account);
    requireUser(scene, await readUser(scene, account.id), { person: account.person, active: true });
  });
}
