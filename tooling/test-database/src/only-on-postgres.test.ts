import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { onlyOnPostgres } from "./only-on-postgres.ts";

const REPO_ROOT = `${import.meta.dirname}/../../..`;

it.each(onlyOnPostgres)("$file still has the tests that are left out on a cluster: $tests", ({ file, tests }) => {
  expect(readFileSync(`${REPO_ROOT}/${file}`, "utf8")).toContain(tests);
});
