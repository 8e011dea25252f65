import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEFAULT_MAX_CONNECTIONS } from "./open-database.ts";

it("docs/operations.md says how many connections a process has", () => {
  const page = readFileSync(`${import.meta.dirname}/../../../docs/operations.md`, "utf8");
  const [, connections] = /^\| Connections to Postgres of one process +\| (\d+) +\|$/m.exec(page) ?? [];
  expect(Number(connections)).toBe(DEFAULT_MAX_CONNECTIONS);
});
