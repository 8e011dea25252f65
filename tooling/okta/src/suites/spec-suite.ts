import type { Person } from "../company/company.ts";
import { requireList } from "../requirements/require-list.ts";
import { requireStatus } from "../requirements/require-status.ts";
import { requireUser } from "../requirements/require-user.ts";
import { schemas } from "../requirements/schemas.ts";
import type { Scene } from "../stage/scene.ts";
import { runscopePerson } from "./runscope-person.ts";
import { type SuiteRun, suiteAction, WISHED_DURATION_MS } from "./suite-run.ts";

/** Okta-SCIM-20-SPEC-Test.json of 2024, step numbers included. Returns the userName of the user it leaves. */
export async function playSpecSuite(run: SuiteRun): Promise<string> {
  const person = runscopePerson();
  await playFirstReads(run);
  await playMisses(run, person);
  await playCreation(run, person);
  await playGroupsAndRefusals(run, person);
  return person.userName;
}

async function playFirstReads(run: SuiteRun): Promise<void> {
  const id = await run.stage.play(suiteAction(run, "SPEC 1", "Users endpoint, one user"), async (scene) => {
    const page = requireList(
      scene,
      await scene.ask({ method: "GET", path: "/Users", query: { count: 1, startIndex: 1 } }),
    );
    scene.insist("there is a user", page.resources.length > 0, page);
    return requireUser(scene, page.resources[0], {});
  });
  if (id === undefined) return;
  await run.stage.play(suiteAction(run, "SPEC 3", "Get that user"), async (scene) => {
    const reply = await scene.ask({ method: "GET", path: `/Users/${id}` });
    requireStatus(scene, reply, 200);
    requireUser(scene, reply.body, { id });
  });
}

async function playMisses(run: SuiteRun, person: Person): Promise<void> {
  await run.stage.play(suiteAction(run, "SPEC 5", "Filter for a userName nobody has"), (scene) =>
    requireNobody(scene, "abcdefgh@atko.com"),
  );
  await run.stage.play(suiteAction(run, "SPEC 7", "Get a user that is not there"), async (scene) => {
    requireStatus(scene, await scene.ask({ method: "GET", path: "/Users/010101001010101011001010101011" }), 404);
  });
  await run.stage.play(suiteAction(run, "SPEC 9", "Filter for a new userName"), (scene) =>
    requireNobody(scene, person.userName),
  );
}

async function playCreation(run: SuiteRun, person: Person): Promise<void> {
  const create = { method: "POST", path: "/Users", body: specBody(person) } as const;
  const id = await run.stage.play(suiteAction(run, "SPEC 11", "Create a user"), async (scene) => {
    const reply = await scene.ask(create);
    requireStatus(scene, reply, 201);
    return requireUser(scene, reply.body, { person, active: true });
  });
  if (id === undefined) return;
  await run.stage.play(suiteAction(run, "SPEC 13", "Get the new user"), async (scene) => {
    const reply = await scene.ask({ method: "GET", path: `/Users/${id}` });
    requireStatus(scene, reply, 200);
    requireUser(scene, reply.body, { id, person });
  });
  await run.stage.play(suiteAction(run, "SPEC 15", "Create the same user again"), async (scene) => {
    requireStatus(scene, await scene.ask(create), 409);
  });
}

async function playGroupsAndRefusals(run: SuiteRun, person: Person): Promise<void> {
  await run.stage.play(suiteAction(run, "SPEC 17", "Filter in capitals"), async (scene) => {
    requireList(scene, await scene.ask(filterCall(person.userName.toUpperCase())));
  });
  await run.stage.play(suiteAction(run, "SPEC 19", "Groups endpoint"), async (scene) => {
    const reply = await scene.ask({ method: "GET", path: "/Groups" });
    requireList(scene, reply);
    scene.advise(
      `answered within ${WISHED_DURATION_MS} ms`,
      reply.durationMs < WISHED_DURATION_MS,
      `${reply.durationMs} ms`,
    );
  });
  await run.stage.play(suiteAction(run, "SPEC 21", "Filter with a wrong token"), async (scene) => {
    requireStatus(scene, await scene.ask({ ...filterCall(person.userName), authorization: "non-token" }), 401);
  });
  await run.stage.play(suiteAction(run, "SPEC 23", "Get a group that is not there"), async (scene) => {
    requireStatus(scene, await scene.ask({ method: "GET", path: "/Groups/00919288221112222" }), 404);
  });
}

async function requireNobody(scene: Scene, userName: string): Promise<void> {
  const page = requireList(scene, await scene.ask(filterCall(userName)));
  scene.require("totalResults is 0", page.totalResults === 0, page.totalResults);
}

/** Without paging parameters, unlike the provisioning client. */
function filterCall(userName: string): { method: "GET"; path: string; query: { filter: string } } {
  return { method: "GET", path: "/Users", query: { filter: `userName eq "${userName}"` } };
}

function specBody({ userName, givenName, familyName, displayName, email }: Person): Record<string, unknown> {
  return {
    schemas: [schemas.user],
    userName,
    name: { givenName, familyName },
    emails: [{ primary: true, value: email, type: "work" }],
    displayName,
    active: true,
  };
}
