import type { Call, Reply } from "../client/call.ts";
import { newUserBody } from "../okta-apps/user-body.ts";
import { requireList } from "../requirements/require-list.ts";
import { requireStatus } from "../requirements/require-status.ts";
import { requireUser } from "../requirements/require-user.ts";
import { schemas } from "../requirements/schemas.ts";
import type { Scene } from "../stage/scene.ts";
import { runscopePerson } from "./runscope-person.ts";
import { type SuiteRun, suiteAction, WISHED_DURATION_MS } from "./suite-run.ts";

/**
 * SCIM_tests_for_Runscope.json of the 2016 beta, its misspelt Authorization header mended.
 * Returns the userName of the user it leaves.
 */
export async function playBetaSuite(run: SuiteRun): Promise<string> {
  const person = runscopePerson();
  await playReads(run);
  const id = await run.stage.play(
    suiteAction(run, "2016 5", "Create a user with externalId and groups"),
    async (scene) => {
      const { password: _, ...body } = newUserBody(person);
      const reply = await timed(scene, { method: "POST", path: "/Users", body });
      requireStatus(scene, reply, 201);
      return requireUser(scene, reply.body, { person, active: true });
    },
  );
  if (id === undefined) return person.userName;

  await run.stage.play(suiteAction(run, "2016 6", "Get that user"), async (scene) => {
    const reply = await timed(scene, { method: "GET", path: `/Users/${id}` });
    requireStatus(scene, reply, 200);
    requireUser(scene, reply.body, { id, person });
  });
  await run.stage.play(suiteAction(run, "2016 7", "Deactivate by PATCH, answered with the user"), async (scene) => {
    const body = { schemas: [schemas.patchOp], Operations: [{ op: "replace", value: { active: false } }] };
    const reply = await timed(scene, { method: "PATCH", path: `/Users/${id}`, body });
    requireStatus(scene, reply, 200);
    requireUser(scene, reply.body, { id, active: false });
  });
  return person.userName;
}

async function playReads(run: SuiteRun): Promise<void> {
  await run.stage.play(suiteAction(run, "2016 1", "Users, two of them"), async (scene) => {
    const page = requireList(
      scene,
      await timed(scene, { method: "GET", path: "/Users", query: { count: 2, startIndex: 1 } }),
    );
    scene.require("Resources is not empty", page.resources.length > 0, page);
  });
  await run.stage.play(suiteAction(run, "2016 2", "Groups"), async (scene) => {
    const page = requireList(
      scene,
      await timed(scene, { method: "GET", path: "/Groups", query: { count: 100, startIndex: 1 } }),
    );
    scene.require("Resources is not empty", page.resources.length > 0, page);
  });
  await run.stage.play(suiteAction(run, "2016 3", "Filter for a userName nobody has"), async (scene) => {
    const query = { filter: `userName eq "${runscopePerson().userName}"` };
    const page = requireList(scene, await timed(scene, { method: "GET", path: "/Users", query }));
    scene.require("totalResults is 0", page.totalResults === 0, page.totalResults);
  });
  await run.stage.play(suiteAction(run, "2016 4", "Get a user that is not there"), async (scene) => {
    requireStatus(scene, await timed(scene, { method: "GET", path: "/Users/010101001010101011001010101011" }), 404);
  });
}

async function timed(scene: Scene, call: Call): Promise<Reply> {
  const reply = await scene.ask(call);
  scene.advise(
    `answered within ${WISHED_DURATION_MS} ms`,
    reply.durationMs < WISHED_DURATION_MS,
    `${reply.durationMs} ms`,
  );
  return reply;
}
