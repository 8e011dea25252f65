import { PAGE_SIZE } from "../okta-apps/users.ts";
import { textAt, valueAt } from "../client/json.ts";
import { requireList } from "../requirements/require-list.ts";
import { requireUser } from "../requirements/require-user.ts";
import type { Scene } from "../stage/scene.ts";
import { type AppRun, actionOf } from "./app-run.ts";
import { readAll } from "./read-all.ts";

/** Row 11: Import Now sees everyone this app provisioned exactly once, the inactive too; then a page past the end. */
export async function playImport(run: AppRun): Promise<void> {
  const { stage, roster } = run;
  const users = await stage.play(actionOf(run, "11", "Import Now: users"), async (scene) => {
    const found = await readAll(scene, "/Users");
    const byId = new Map(found.map((user) => [textAt(user, "id"), user]));
    const accounts = [...roster.accounts.values()];
    const missing = accounts.filter((account) => !byId.has(account.id));
    scene.require(
      "every provisioned user is in the list",
      missing.length === 0,
      missing.map((account) => account.person.userName),
    );
    const wrong = accounts.filter(
      (account) => byId.has(account.id) && valueAt(byId.get(account.id), "active") !== account.active,
    );
    scene.require(
      "everyone is as active as Okta left them",
      wrong.length === 0,
      wrong.map((account) => account.person.userName),
    );
    if (found.length > 0) requireUser(scene, found[0], {});
    return found.length;
  });

  await stage.play(actionOf(run, "11", "Import Now: groups"), async (scene) => {
    const found = new Map(
      (await readAll(scene, "/Groups")).map((group) => [textAt(group, "id"), textAt(group, "displayName")]),
    );
    const missing = [...roster.groups.values()].filter((group) => found.get(group.id) !== group.name);
    scene.require(
      "every pushed group is in the list under its name",
      missing.length === 0,
      missing.map((group) => group.name),
    );
  });

  await stage.play(actionOf(run, "OIN QA", "Ask for a page past the end"), (scene) =>
    readPastTheEnd(scene, users ?? 0),
  );
}

async function readPastTheEnd(scene: Scene, userCount: number): Promise<void> {
  const startIndex = Math.ceil((userCount + 1) / PAGE_SIZE) * PAGE_SIZE + 1;
  const page = requireList(
    scene,
    await scene.ask({ method: "GET", path: "/Users", query: { startIndex, count: PAGE_SIZE } }),
  );
  scene.require("itemsPerPage is 0 past the end", page.itemsPerPage === 0, page.itemsPerPage);
}
