import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Preset } from "../presets/preset.ts";
import { bench } from "./bench.ts";

const targets = ["floor", "rollcall"] as const;
const subject = { unit: "users", size: 20 } as const;

const tiny: Preset = {
  name: "tiny",
  directories: [{ name: "tiny", users: 20, groups: [] }],
  trials: [{ scenario: "create", directory: "tiny", subject, targets }],
  rounds: 1,
  windowMs: 200,
  warmUpMs: 50,
};

/** Each starts a Postgres and some servers, which takes seconds, but a multiple of that on a busy machine. */
const PATIENCE_MS = 240_000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rollcall-bench-test-"));
  // The account of Postgres goes through it.
  chmodSync(folder, 0o755);
  vi.stubEnv("TMPDIR", folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("the benchmark", { timeout: PATIENCE_MS }, () => {
  it("measures both targets on a Postgres of their own, counts statements, and leaves nothing behind", async () => {
    const progress: string[] = [];
    const never = new AbortController().signal;
    const results = await bench(tiny, { stop: never, onProgress: (message) => void progress.push(message) });

    expect(results.measurements.map(({ target }) => target)).toEqual(["floor", "rollcall"]);
    for (const { requests, serverCpuMs, postgresCpuMs, p50Ms, p99Ms, peakMemoryMb } of results.measurements) {
      for (const figure of [requests, serverCpuMs, postgresCpuMs, p50Ms, peakMemoryMb])
        expect(figure).toBeGreaterThan(0);
      expect(p99Ms).toBeGreaterThanOrEqual(p50Ms);
    }
    expect(results.findings.ratios).toMatchObject([{ scenario: "create", subject }]);
    const [{ statements, roundTrips } = { statements: 0, roundTrips: 0 }] = results.statements;
    expect(statements).toBeGreaterThanOrEqual(roundTrips);
    expect(roundTrips).toBeGreaterThanOrEqual(1);
    expect(progress).toContain("round 1 of 1");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("closes everything when it is stopped", async () => {
    const stop = new AbortController();
    const onProgress = (message: string) => {
      if (message === "warming up") stop.abort();
    };
    await expect(bench(tiny, { stop: stop.signal, onProgress })).rejects.toThrow("stopped");
    expect(readdirSync(folder)).toEqual([]);
  });
});
