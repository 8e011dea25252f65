import { findGroup } from "../okta-apps/groups.ts";
import { accountOf } from "../okta-apps/roster.ts";
import { readUser } from "../okta-apps/users.ts";
import { requireStatus } from "../requirements/require-status.ts";
import { requireUser } from "../requirements/require-user.ts";
import { type AppRun, actionOf } from "./app-run.ts";
import { pushGroup } from "./group-pushes.ts";

/** Row 17: a group made for this is deleted in the target app; its members are untouched. */
export async function playGroupDelete(run: AppRun): Promise<void> {
  const { stage, cast, roster, company } = run;
  const name = `Pilot of ${company.domain}`;
  await stage.play(
    actionOf(run, "17", `Push group, then unlink it with "Delete in target app": ${name}`),
    async (scene) => {
      const members = [cast.newcomer, cast.changed];
      const { id } = await pushGroup(run, scene, { oktaId: PILOT_OKTA_ID, name, members });

      requireStatus(scene, await scene.ask({ method: "DELETE", path: `/Groups/${id}` }), 204);
      requireStatus(scene, await scene.ask({ method: "GET", path: `/Groups/${id}` }), 404);
      scene.require("the name finds no group", (await findGroup(scene, name)) === undefined);
      for (const person of members) {
        const account = accountOf(scene, roster, person);
        requireUser(scene, await readUser(scene, account.id), { person: account.person, active: true });
      }
    },
  );
}

const PILOT_OKTA_ID = "00gPilotGroupOfThisRun";
