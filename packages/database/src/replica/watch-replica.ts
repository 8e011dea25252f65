import { setTimeout as sleep } from "node:timers/promises";
import { createLagTracker } from "./lag-tracker.ts";

/** Why reads that might go to the replica go to the primary. */
export type ReplicaTrouble = "behind" | "unreachable";

export interface ReplicaWatch {
  /** Whether the replica may be read just now. */
  isUsable(): boolean;
  /** A read of it has failed: it is not used before it has been looked at again. */
  failed(error: unknown): void;
  stop(): void;
}

export interface WatchOptions {
  /** Where the primary's log ends, in bytes. */
  readonly readWritten: () => Promise<number>;
  /** Up to where the replica has replayed it. */
  readonly readReplayed: () => Promise<number>;
  /** What is further behind is not read. */
  readonly maxLagMs: number;
  /** Told when the replica is not used any more, with why, and with undefined when it is again. */
  readonly onChange: (trouble: ReplicaTrouble | undefined, error?: unknown) => void;
}

const INTERVAL_MS = 1_000;

/** Looks once a second how far the replica is behind, until it is stopped. */
export function watchReplica({ readWritten, readReplayed, maxLagMs, onChange }: WatchOptions): ReplicaWatch {
  const stopping = new AbortController();
  const tracker = createLagTracker(maxLagMs);
  let trouble: ReplicaTrouble | undefined;
  // Until the first look is over nothing is known, which is no trouble to report.
  let wasSeen = false;
  void watch();
  return { isUsable: () => wasSeen && trouble === undefined && !isBehind(), failed, stop: () => stopping.abort() };

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().catch(failed);
      wasSeen = true;
      await sleep(INTERVAL_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  async function look(): Promise<void> {
    const at = performance.now();
    const written = await readWritten();
    tracker.note(at, { written, replayed: await readReplayed() });
    become(isBehind() ? "behind" : undefined);
  }

  function isBehind(): boolean {
    return tracker.lagMs(performance.now()) > maxLagMs;
  }

  function failed(error: unknown): void {
    become("unreachable", error);
  }

  function become(next: ReplicaTrouble | undefined, error?: unknown): void {
    if (next !== trouble && !stopping.signal.aborted) onChange(next, error);
    trouble = next;
  }
}
