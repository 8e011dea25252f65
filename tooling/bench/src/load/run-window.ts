import { createHistogram } from "node:perf_hooks";
import { scenarios } from "../scenarios/scenarios.ts";
import { createScimClient } from "./scim-client.ts";
import { ENOUGH_STEPS, latencyClassesMs, MAX_STRETCH, type Window, type WindowResult } from "./window.ts";

const MICROSECONDS_PER_MS = 1_000;

/**
 * A closed loop: each connection sends its next request when the one before was answered.
 * @throws Error when any request fails.
 */
export async function runWindow(window: Window): Promise<WindowResult> {
  const { scimUrl, directories, durationMs, maxSteps = Infinity } = window;
  const scenario = scenarios[window.scenario];
  const latencies = createHistogram();
  const latencyCounts = latencyClassesMs.map(() => 0).concat(0);
  const client = createScimClient({
    baseUrl: scimUrl,
    connections: scenario.connections,
    onAnswer(ms) {
      latencies.record(Math.max(1, Math.round(ms * MICROSECONDS_PER_MS)));
      const found = latencyClassesMs.findIndex((upper) => ms < upper);
      const index = found === -1 ? latencyClassesMs.length : found;
      latencyCounts[index] = (latencyCounts[index] ?? 0) + 1;
    },
  });
  let steps = 0;
  const startedAt = performance.now();
  const isOpen = () => {
    const elapsedMs = performance.now() - startedAt;
    return elapsedMs < durationMs || (steps < ENOUGH_STEPS && elapsedMs < durationMs * MAX_STRETCH);
  };
  const work = async () => {
    while (steps < maxSteps && isOpen()) {
      const n = steps++;
      const directory = directories[n % directories.length];
      if (directory === undefined) throw new Error("a window needs a directory");
      await scenario.step({ client, directory, n: Math.floor(n / directories.length) });
    }
  };
  try {
    await Promise.all(Array.from({ length: scenario.connections }, work));
  } finally {
    client.close();
  }
  return {
    requests: latencies.count,
    steps,
    durationMs: performance.now() - startedAt,
    p50Ms: latencies.percentile(50) / MICROSECONDS_PER_MS,
    p99Ms: latencies.percentile(99) / MICROSECONDS_PER_MS,
    latencyCounts,
  };
}
