import { createGroup, findGroup, verifyGroup } from "../okta-apps/groups.ts";
import type { PushedGroup } from "../okta-apps/roster.ts";
import type { CompanyGroup } from "../company/company.ts";
import type { Scene } from "../stage/scene.ts";
import { type AppRun, actionOf } from "./app-run.ts";

/** Rows 12 and 12b: the first group on its own, then all the others. */
export async function playGroupPushes(run: AppRun): Promise<void> {
  const { stage, company, cast } = run;
  const row = run.app.kind === "test-app" ? "12" : "12b";
  const push = async (scene: Scene, group: CompanyGroup): Promise<void> => {
    run.roster.groups.set(group.oktaId, await pushGroup(run, scene, group));
  };
  await stage.play(actionOf(run, row, `Push group: ${cast.group.name}`), (scene) => push(scene, cast.group));
  const others = company.groups.filter((group) => group !== cast.group);
  await stage.playMany(actionOf(run, row, "Push groups"), others, {
    act: push,
    name: (group) => group.name,
    concurrency: 1,
  });
}

/** Creates the group, or links the one of that name that is there and pushes over it (row 16, then 14). */
export async function pushGroup(run: AppRun, scene: Scene, group: CompanyGroup): Promise<PushedGroup> {
  const { app, roster } = run;
  // Okta pushes only the members it has provisioned.
  const members = group.members
    .map((person) => roster.accounts.get(person.oktaId))
    .filter((account) => account !== undefined);
  const found = await findGroup(scene, group.name);
  // Okta has been seen to create groups empty and already filled.
  const id =
    found ?? (await createGroup(scene, group.name, startsFilled(group) ? members.slice(0, MAX_FIRST_MEMBERS) : []));
  const pushed = { name: group.name, id, members };
  if (found === undefined) await app.fillNewGroup(scene, pushed);
  else await app.pushNow[0](scene, pushed);
  await verifyGroup(scene, pushed);
  return pushed;
}

/** What fits one PATCH fits the POST. */
const MAX_FIRST_MEMBERS = 100;

function startsFilled(group: CompanyGroup): boolean {
  return group.oktaId.charCodeAt(group.oktaId.length - 1) % 2 === 0;
}
