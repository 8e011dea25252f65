import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const REPO_ROOT = join(import.meta.dirname, "../../..");

/** Tests of a lock itself, of what it is made of or of what it costs: they have both, whatever a run does without. */
const lockTests = [
  "apps/scim-facade/src/isolation.test.ts",
  "packages/database/src/backup/backup.test.ts",
  "packages/database/src/migration/catalogue.test.ts",
  "packages/database/src/migration/schema.test.ts",
  "packages/database/src/session/pool-of-one.test.ts",
  "packages/database/src/session/session.test.ts",
  "tooling/bench/src/plans/plans.test.ts",
];

const LOCKED = /= useDatabase\(\{[^}]*\blocked: true\b/;

it("no other test is spared when a lock is taken away", () => {
  const files = globSync("{packages,apps,tooling}/**/*.test.ts", { cwd: REPO_ROOT, exclude: ["**/node_modules"] });
  const spared = files.filter((file) => LOCKED.test(readFileSync(join(REPO_ROOT, file), "utf8")));
  expect(spared.toSorted()).toEqual(lockTests);
});
