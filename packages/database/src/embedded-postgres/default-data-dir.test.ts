import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { defaultDataDir } from "./default-data-dir.ts";
import { reachableByOthers } from "./run-as-account.ts";

const parent = mkdtempSync(join(tmpdir(), "rollcall-test-"));
const clone = join(parent, "clone");
mkdirSync(clone);
afterAll(() => rmSync(parent, { recursive: true }));

it("takes the requested directory, made absolute", () => {
  expect(defaultDataDir(clone, "/srv/rollcall")).toBe("/srv/rollcall");
  expect(defaultDataDir(clone, "here")).toBe(join(process.cwd(), "here"));
});

it("stays in a clone that others can enter", () => {
  chmodSync(parent, 0o755);
  chmodSync(clone, 0o755);
  expect(reachableByOthers(clone)).toBe(true);
  expect(defaultDataDir(clone)).toBe(join(clone, ".rollcall"));
});

it("leaves a closed clone only when Postgres has to run as another account", () => {
  chmodSync(parent, 0o700);
  expect(reachableByOthers(clone)).toBe(false);
  const asRoot = process.getuid?.() === 0;
  expect(defaultDataDir(clone)).toBe(asRoot ? "/var/lib/rollcall" : join(clone, ".rollcall"));
});
