import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { REFUSED } from "../target.ts";
import { targets } from "./targets.ts";

const INPUTS = 2_000;
/** Of the targets that answer whole requests. */
const REQUESTS = 250;
const MAIN = `${import.meta.dirname}/../main.ts`;
/** A hang guard: each takes a few seconds. */
const TIMEOUT_MS = 300_000;

const run = promisify(execFile);

// In a process of their own, as by hand: counting is cheap only where little else is loaded.
describe.each(Object.entries(targets))("what strangers send as %s", (name, load) => {
  it("is taken or refused, and what must hold does", { timeout: TIMEOUT_MS }, async () => {
    const inputs = name === "query" || name === "cursor" ? REQUESTS : INPUTS;
    // It fails with what was found when its exit status is not 0.
    const { stdout } = await run(process.execPath, [MAIN, "--no-keep", "--target", name, "--inputs", `${inputs}`]);
    const [, tried = "", blocks = ""] = /: ([\d,]+) inputs · (\d+) blocks/u.exec(stdout) ?? [];
    expect(Number(tried.replaceAll(",", ""))).toBeGreaterThanOrEqual(inputs);
    // What was tried is worth something only if it came far.
    expect(Number(blocks)).toBeGreaterThan(90);
    expect(stdout.split("\n").slice(1)).toContainEqual(expect.not.stringContaining(REFUSED));
  });

  const finds = globSync(`${import.meta.dirname}/../finds/${name}/*.json`);
  it.each(finds.map((path) => [basename(path), path]))(
    "and %s, which once went wrong, stays mended",
    async (_, path) => {
      const target = await load();
      const input = String(JSON.parse(readFileSync(path, "utf8")));
      expect(await target.attempt(input)).not.toBe("");
    },
  );
});
