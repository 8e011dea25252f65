import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Each worker holds connections of its own to the one test Postgres. */
const MAX_WORKERS = 4;

export default defineConfig({
  test: {
    include: ["{packages,apps,tooling}/**/*.test.ts"],
    globalSetup: "@rollcall/test-database/global-setup",
    pool: "forks",
    maxWorkers: Math.min(MAX_WORKERS, availableParallelism()),
    // A hang guard, not a measure of speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Likewise: whoever waits for something to become true is patient with a busy machine.
    expect: { poll: { timeout: 30_000 } },
    passWithNoTests: false,
  },
});
