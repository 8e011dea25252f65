import { verifyGroup } from "../okta-apps/groups.ts";
import type { Account, PushedGroup } from "../okta-apps/roster.ts";
import { accountOf } from "../okta-apps/roster.ts";
import { readUser } from "../okta-apps/users.ts";
import { requireUser } from "../requirements/require-user.ts";
import type { Scene } from "../stage/scene.ts";
import { type AppRun, actionOf } from "./app-run.ts";
import { castGroup } from "./pushed-group.ts";

/** Row 13: members leave and come, one is added twice, and the server's list is compared after each. */
export async function playMembershipChanges(run: AppRun): Promise<void> {
  const { stage, cast } = run;
  const { name } = cast.group;

  await stage.play(actionOf(run, "13", `Remove two people from the group: ${name}`), async (scene) => {
    await change(run, scene, { remove: personae(run, scene), add: [] });
  });

  await stage.play(actionOf(run, "13", `Remove one person, add another: ${name}`), async (scene) => {
    const [newcomer, changed] = personae(run, scene);
    const other = accountOf(scene, run.roster, cast.leaver);
    await change(run, scene, { remove: [other], add: [newcomer] });
    await change(run, scene, { remove: [newcomer], add: [other, changed] });
    requireUser(scene, await readUser(scene, newcomer.id), { active: true });
  });

  await stage.play(actionOf(run, "13", `Add back one, and one who is a member already: ${name}`), async (scene) => {
    const [newcomer, changed] = personae(run, scene);
    await change(run, scene, { remove: [], add: [newcomer, changed] });
    await change(run, scene, { remove: [], add: [newcomer] });
  });
}

function personae({ roster, cast }: AppRun, scene: Scene): readonly [Account, Account] {
  return [accountOf(scene, roster, cast.newcomer), accountOf(scene, roster, cast.changed)];
}

interface Change {
  readonly remove: readonly Account[];
  readonly add: readonly Account[];
}

async function change(run: AppRun, scene: Scene, { remove, add }: Change): Promise<void> {
  const group: PushedGroup = castGroup(scene, run);
  group.members = [...new Set([...group.members.filter((member) => !remove.includes(member)), ...add])];
  await run.app.changeMembers(scene, group, { remove, add });
  await verifyGroup(scene, group);
}
