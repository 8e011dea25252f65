import type { Trial, Subject, TargetName } from "../presets/preset.ts";
import type { ScenarioName } from "../scenarios/scenario-name.ts";
import type { Sample } from "./measure-trial.ts";
import { median } from "./median.ts";

/** A trial at one target: the median of its rounds. Times are milliseconds; CPU is of one request. */
export interface Measurement {
  readonly scenario: ScenarioName;
  readonly subject: Subject;
  readonly target: TargetName;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverCpuMs: number;
  readonly postgresCpuMs: number;
  /** Of server and Postgres together. */
  readonly cpuMs: number;
  /** The same of each round, in their order. */
  readonly cpuMsByRound: readonly number[];
  /** The most there was in any round. */
  readonly peakMemoryMb: number;
  /** The longest in any round that the server's event loop was late; the floor does not measure it. */
  readonly eventLoopDelayMs?: number;
  /** Requests of all rounds. */
  readonly requests: number;
  /** Of all rounds, in the classes of `latencyClassesMs`. */
  readonly latencyCounts: readonly number[];
}

/** @throws Error without samples. */
export function toMeasurement(
  { scenario, subject }: Trial,
  target: TargetName,
  samples: readonly Sample[],
): Measurement {
  const cpuMsByRound = samples.map(({ serverCpuMs, postgresCpuMs }) => serverCpuMs + postgresCpuMs);
  const delays = samples.flatMap(({ eventLoopDelayMs = [] }) => eventLoopDelayMs);
  const of = (figure: (sample: Sample) => number) => median(samples.map(figure));
  return {
    scenario,
    subject,
    target,
    requestsPerSecond: of(({ requests, durationMs }) => (requests / durationMs) * 1_000),
    p50Ms: of(({ p50Ms }) => p50Ms),
    p99Ms: of(({ p99Ms }) => p99Ms),
    serverCpuMs: of(({ serverCpuMs }) => serverCpuMs),
    postgresCpuMs: of(({ postgresCpuMs }) => postgresCpuMs),
    cpuMs: median(cpuMsByRound),
    cpuMsByRound,
    peakMemoryMb: Math.max(...samples.map((sample) => sample.peakMemoryMb)),
    ...(delays.length > 0 && { eventLoopDelayMs: Math.max(...delays) }),
    requests: samples.reduce((total, { requests }) => total + requests, 0),
    latencyCounts: sumOf(samples.map(({ latencyCounts }) => latencyCounts)),
  };
}

function sumOf(lists: readonly (readonly number[])[]): number[] {
  const [first = []] = lists;
  return first.map((_, index) => lists.reduce((total, list) => total + (list[index] ?? 0), 0));
}
