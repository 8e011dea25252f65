import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { isMissing } from "./src/mode.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The tests of the whole repository with one of the two locks between tenants taken away, or both: `--mode` says which.
 * Left out is what proves that a lock is there, or how fast the database is with it.
 */
export default defineConfig(({ mode }) => ({
  root: here("../.."),
  test: {
    include: ["{packages,apps}/**/*.test.ts"],
    exclude: [
      "packages/database/src/migration/**",
      "packages/database/src/session/{session,pool-of-one}.test.ts",
      "packages/database/src/repository/unknown-tenant.test.ts",
      "apps/cli/**",
      "**/node_modules/**",
    ],
    globalSetup: [
      "@rollcall/test-database/global-setup",
      ...(isMissing("row security", mode) ? [here("src/disable-row-security.ts")] : []),
    ],
    setupFiles: isMissing("predicate", mode) ? [here("src/strip-predicate.ts")] : [],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}));
