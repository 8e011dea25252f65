import { describe, expect, it } from "vitest";
import { runWithoutLocks, type TestOutcome } from "./run-without-locks.ts";

const ISOLATION = "apps/scim-facade/src/isolation.test.ts";
/** Others may be run by hand: TEST_WITHOUT_LOCKS=row-security npx vitest run, and so with tenant-predicate. */
const files = [
  ISOLATION,
  "apps/scim-facade/src/visibility.test.ts",
  "packages/database/src/repository/visibility.test.ts",
];
/** The database's policies, and the condition on the tenant that each statement has. */
const locks = ["row-security", "tenant-predicate"] as const;
/** A test here is a whole run of others. */
const HANG_GUARD_MS = 600_000;

const namesOf = (outcomes: readonly TestOutcome[]) => outcomes.map(({ file, name }) => `${file}: ${name}`);
const filesOf = (outcomes: readonly TestOutcome[]) => [...new Set(outcomes.map(({ file }) => file))].toSorted();

// One at a time: each has processes and a Postgres of its own.
describe("tenants are kept apart by two locks, so that tests of it", () => {
  it.for(locks)("pass without %s", { timeout: HANG_GUARD_MS }, async (lock, { signal }) => {
    const outcomes = await runWithoutLocks({ locks: [lock], files, signal });
    expect(filesOf(outcomes)).toEqual(files.toSorted());
    expect(namesOf(outcomes.filter(({ passed }) => !passed))).toEqual([]);
  });

  it("fail without both", { timeout: HANG_GUARD_MS }, async ({ signal }) => {
    const outcomes = await runWithoutLocks({ locks, files, signal });
    expect(filesOf(outcomes.filter(({ passed }) => !passed))).toEqual(files.toSorted());
    const unnoticed = outcomes.filter(
      ({ file, name, passed }) => passed && file === ISOLATION && name.startsWith("another tenant's"),
    );
    expect(namesOf(unnoticed)).toEqual([]);
  });
});
