import type { Person } from "../company/company.ts";
import type { Scene } from "../stage/scene.ts";
import { accountOf } from "../okta-apps/roster.ts";
import { type AppRun, actionOf } from "./app-run.ts";
import { assignPerson } from "./assign-person.ts";

/** Rows 2, 3 and 2b: one person, then a whole group person by person, then one who is there already. */
export async function playAssignments(run: AppRun): Promise<void> {
  const { stage, company, cast } = run;
  const assign = async (scene: Scene, person: Person): Promise<void> => {
    run.roster.accounts.set(person.oktaId, await assignPerson(scene, person));
  };
  await stage.play(actionOf(run, "2", `Assign person: ${label(cast.newcomer)}`), (scene) =>
    assign(scene, cast.newcomer),
  );

  const others = company.people.filter((person) => person !== cast.newcomer);
  await stage.playMany(actionOf(run, "3", "Assign group"), others, {
    act: assign,
    name: label,
    concurrency: PUSHES_IN_FLIGHT,
  });

  await stage.play(
    actionOf(run, "2b", `Assign person who is there already: ${label(cast.newcomer)}`),
    async (scene) => {
      const before = accountOf(scene, run.roster, cast.newcomer);
      const { id } = await assignPerson(scene, cast.newcomer);
      scene.require("the user found is the one created before", id === before.id, `${id} instead of ${before.id}`);
    },
  );
}

/** Okta pushes several people at once. */
const PUSHES_IN_FLIGHT = 4;

function label(person: Person): string {
  return `${person.displayName} <${person.userName}>`;
}
