import { PAGE_SIZE } from "../okta-apps/users.ts";
import { requireList } from "../requirements/require-list.ts";
import { type AppRun, actionOf } from "./app-run.ts";

/** Row 1: the button of that name, and every later save of the API settings. */
export async function playTestCredentials(run: AppRun): Promise<void> {
  await run.stage.play(actionOf(run, "1", "Test API Credentials"), async (scene) => {
    requireList(scene, await scene.ask({ method: "GET", path: "/Users", query: { startIndex: 1, count: 2 } }));
    requireList(scene, await scene.ask({ method: "GET", path: "/Groups", query: { startIndex: 1, count: PAGE_SIZE } }));
  });
}
