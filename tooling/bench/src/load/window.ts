import type { ScenarioName } from "../scenarios/scenario-name.ts";
import type { Directory } from "../scenarios/scenario.ts";

/** A stretch of load: one scenario against one server. */
export interface Window {
  readonly scenario: ScenarioName;
  /** As in `http://127.0.0.1:4001/scim`. */
  readonly scimUrl: string;
  /** Taken by turns. */
  readonly directories: readonly Directory[];
  /**
   * No step begins later; what has begun is finished. On a busy machine it may take up to MAX_STRETCH times as long, until
   * there were enough steps to mean something.
   */
  readonly durationMs: number;
  readonly maxSteps?: number;
}

export const ENOUGH_STEPS = 250;
export const MAX_STRETCH = 3;

export interface WindowResult {
  readonly requests: number;
  readonly steps: number;
  readonly durationMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How many answers fell into each of the classes of `latencyClassesMs`. */
  readonly latencyCounts: readonly number[];
}

const CLASSES_PER_DOUBLING = 2;
const SMALLEST_CLASS_MS = 0.25;
const CLASS_COUNT = 32;

/** The upper ends of the classes that latencies are counted in; the last one has none. */
export const latencyClassesMs = Array.from(
  { length: CLASS_COUNT - 1 },
  (_, index) => SMALLEST_CLASS_MS * 2 ** (index / CLASSES_PER_DOUBLING),
);
