import { PAGE_SIZE } from "../okta-apps/users.ts";
import { textAt } from "../client/json.ts";
import { requireList } from "../requirements/require-list.ts";
import type { Scene } from "../stage/scene.ts";

/** Reads a list as Okta imports it: startIndex 1, 101, 201 … until totalResults is covered. */
export async function readAll(scene: Scene, path: "/Users" | "/Groups"): Promise<unknown[]> {
  const resources: unknown[] = [];
  let totalResults = 0;
  for (let startIndex = 1; startIndex === 1 || startIndex <= totalResults; startIndex += PAGE_SIZE) {
    const page = requireList(scene, await scene.ask({ method: "GET", path, query: { startIndex, count: PAGE_SIZE } }));
    scene.require("startIndex is the one asked for", page.startIndex === startIndex, page.startIndex);
    const isFull = page.resources.length === Math.min(PAGE_SIZE, page.totalResults - startIndex + 1);
    // Okta asks for startIndex + 100 next, so a shorter page leaves a hole.
    scene.insist(
      `the page holds ${PAGE_SIZE}, or all that is left`,
      isFull,
      `${page.resources.length} of ${page.totalResults}`,
    );
    resources.push(...page.resources);
    totalResults = page.totalResults;
  }
  const ids = new Set(resources.map((resource) => textAt(resource, "id")));
  scene.require("no page repeats a resource", ids.size === resources.length, `${resources.length - ids.size} repeated`);
  return resources;
}
