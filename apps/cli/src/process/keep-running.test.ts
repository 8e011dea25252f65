import { describe, expect, it } from "vitest";
import { type Kept, keepRunning } from "./keep-running.ts";

/** One that ends at once. */
const short = (how: string): Kept => ({ ended: Promise.resolve(how) });

describe("keepRunning", () => {
  it("waits longer with each successor of one that ended soon, and gives up with one sentence", async () => {
    const delays: number[] = [];
    let started = 1;
    const kept = keepRunning(short("killed by SIGKILL"), {
      start: async () => short(`exit code ${++started}`),
      stop: new AbortController().signal,
      onReplace: (_how, delayMs) => delays.push(delayMs),
      firstDelayMs: 1,
    });
    await expect(kept).rejects.toThrow(
      "A process that serves SCIM ended 6 times in a row, the last time so: exit code 6.",
    );
    expect(delays).toEqual([1, 2, 4, 8, 16]);
  });

  it("counts one that does not start like one that ends", async () => {
    const kept = keepRunning(short("exit code 1"), {
      start: () => Promise.reject(new Error("No port is free.")),
      stop: new AbortController().signal,
      onReplace: () => undefined,
      firstDelayMs: 1,
    });
    await expect(kept).rejects.toThrow("the last time so: No port is free.");
  });

  it("replaces nothing any more once it is to stop, and waits for the last to end", async () => {
    const stop = new AbortController();
    const end = Promise.withResolvers<string>();
    const replaced: string[] = [];
    const kept = keepRunning(
      { ended: end.promise },
      { start: async () => short(""), stop: stop.signal, onReplace: (how) => replaced.push(how) },
    );
    stop.abort();
    end.resolve("exit code 0");
    await kept;
    expect(replaced).toEqual([]);
  });

  it("does not wait out a delay when it is to stop", async () => {
    const stop = new AbortController();
    const hour = 3_600_000;
    const kept = keepRunning(short("exit code 1"), {
      start: async () => short(""),
      stop: stop.signal,
      onReplace: () => stop.abort(),
      firstDelayMs: hour,
    });
    await expect(kept).resolves.toBeUndefined();
  });
});
