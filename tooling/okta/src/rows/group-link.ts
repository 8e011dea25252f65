import { findGroup, verifyGroup } from "../okta-apps/groups.ts";
import { accountOf } from "../okta-apps/roster.ts";
import { textAt } from "../client/json.ts";
import { type AppRun, actionOf } from "./app-run.ts";
import { castGroup } from "./pushed-group.ts";
import { readAll } from "./read-all.ts";

/** Row 16: "Leave the group in the target app", then link it again. Its members stay and there is no second group. */
export async function playGroupLink(run: AppRun): Promise<void> {
  const { stage, app, cast, roster } = run;
  const { name } = cast.group;
  await stage.play(actionOf(run, "16", `Leave group (Okta sends nothing), then link it: ${name}`), async (scene) => {
    const pushed = castGroup(scene, run);
    const named = (await readAll(scene, "/Groups")).filter((group) => textAt(group, "displayName") === name);
    scene.insist("the import lists one group of that name", named.length === 1, named.length);
    scene.require("it is the group pushed before", textAt(named[0], "id") === pushed.id, textAt(named[0], "id"));
    await verifyGroup(scene, pushed);
    await app.changeMembers(scene, pushed, { remove: [], add: [accountOf(scene, roster, cast.newcomer)] });
    await verifyGroup(scene, pushed);
    const found = await findGroup(scene, name);
    scene.require("no second group was made", found === pushed.id, found);
  });
}
