import { verifyGroup } from "../okta-apps/groups.ts";
import { type AppRun, actionOf } from "./app-run.ts";
import { castGroup } from "./pushed-group.ts";

/** Row 14: Push Now empties the group and fills it again, in each form the app has for it. */
export async function playPushNow(run: AppRun): Promise<void> {
  const { stage, app, cast } = run;
  for (const pushNow of app.pushNow) {
    await stage.play(
      actionOf(run, "14", `Push Now, without its members, then with them: ${cast.group.name}`),
      async (scene) => {
        const group = castGroup(scene, run);
        const { members } = group;
        for (const pushed of [members.slice(0, 2), [], members]) {
          group.members = pushed;
          await pushNow(scene, group);
          await verifyGroup(scene, group);
        }
      },
    );
  }
}
