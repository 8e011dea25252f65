import { accountOf } from "../okta-apps/roster.ts";
import { randomPassword } from "../okta-apps/user-body.ts";
import { readUser } from "../okta-apps/users.ts";
import { type AppRun, actionOf } from "./app-run.ts";

/** Row 9: the password is accepted and never comes back. */
export async function playPasswordSync(run: AppRun): Promise<void> {
  const { userName } = run.cast.changed;
  await run.stage.play(actionOf(run, "9", `Sync Password: ${userName}`), async (scene) => {
    const account = accountOf(scene, run.roster, run.cast.changed);
    const password = randomPassword();
    await run.app.syncPassword(scene, account, password);
    const user = await readUser(scene, account.id);
    scene.require("the password cannot be read", !JSON.stringify(user).includes(password));
  });
}
