import { describe, expect, it } from "vitest";
import type { Sample } from "./measure-trial.ts";
import { toMeasurement } from "./measurement.ts";

const trial = {
  scenario: "get",
  directory: "small",
  subject: { unit: "users", size: 10 },
  targets: ["rollcall"],
} as const;

function sample(serverCpuMs: number, postgresCpuMs: number): Sample {
  return {
    requests: 500,
    steps: 500,
    durationMs: 250,
    p50Ms: serverCpuMs,
    p99Ms: serverCpuMs * 2,
    latencyCounts: [1, 0, 2],
    serverCpuMs,
    postgresCpuMs,
    peakMemoryMb: 100 * serverCpuMs,
    eventLoopDelayMs: 10 * serverCpuMs,
  };
}

describe("a measurement", () => {
  const measured = toMeasurement(trial, "rollcall", [sample(1, 5), sample(2, 2), sample(3, 0)]);

  it("is the median of the rounds, for sums too", () => {
    expect(measured).toMatchObject({ serverCpuMs: 2, postgresCpuMs: 2, cpuMs: 4, cpuMsByRound: [6, 4, 3], p50Ms: 2 });
    expect(measured.requestsPerSecond).toBe(2_000);
  });

  it("keeps the worst of memory and of the event loop, and adds up what is counted", () => {
    expect(measured).toMatchObject({
      peakMemoryMb: 300,
      eventLoopDelayMs: 30,
      requests: 1_500,
      latencyCounts: [3, 0, 6],
    });
  });

  it("is refused without rounds", () => {
    expect(() => toMeasurement(trial, "rollcall", [])).toThrow("no median");
  });
});
