import { findGroup, verifyGroup } from "../okta-apps/groups.ts";
import { type AppRun, actionOf } from "./app-run.ts";
import { castGroup } from "./pushed-group.ts";

/** Row 15: the new name is found under the same id, the members stay; then back, for the next run. */
export async function playGroupRename(run: AppRun): Promise<void> {
  const { stage, app, cast } = run;
  const { name } = cast.group;
  await stage.play(actionOf(run, "15", `Rename group, and back: ${name}`), async (scene) => {
    const group = castGroup(scene, run);
    for (const next of [`${name} – renamed`, name]) {
      group.name = next;
      await app.rename(scene, group);
      await verifyGroup(scene, group);
      const found = await findGroup(scene, next);
      scene.require("the name finds the same group", found === group.id, found);
    }
  });
}
