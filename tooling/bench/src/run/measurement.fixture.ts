import type { Measurement } from "./measurement.ts";

type Given = Pick<Measurement, "scenario" | "target"> & Partial<Measurement> & { readonly users?: number };

/** A measurement that costs `cpuMs` in every round. */
export function measurement({ users = 1_000, cpuMs = 1, ...given }: Given): Measurement {
  return {
    subject: { unit: "users", size: users },
    requestsPerSecond: 1_000 / cpuMs,
    p50Ms: cpuMs * 2,
    p99Ms: cpuMs * 5,
    serverCpuMs: cpuMs * 0.75,
    postgresCpuMs: cpuMs * 0.25,
    cpuMs,
    cpuMsByRound: [cpuMs, cpuMs, cpuMs],
    peakMemoryMb: 100,
    requests: 3_000,
    latencyCounts: [0, 10, 30, 20, 5],
    ...given,
  };
}
