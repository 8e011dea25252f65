/** Knows up to when a replica is complete. Times are those of a monotonic clock, in milliseconds. */
export interface LagTracker {
  /** At `at` the primary's log had come to `written`; a moment later the replica had replayed it up to `replayed`. */
  note(at: number, places: { readonly written: number; readonly replayed: number }): void;
  /** How far the replica may be behind; infinite as long as that is not known. */
  lagMs(now: number): number;
}

/**
 * The replica holds all that was committed until a moment as soon as it has replayed the log up to where the primary's
 * ended at that moment. Said of times of transactions, that would be wrong: an idle primary has none.
 * @param maxLagMs what is further behind need not be known exactly
 */
export function createLagTracker(maxLagMs: number): LagTracker {
  let awaited: { readonly at: number; readonly written: number }[] = [];
  let completeUntil = -Infinity;
  return {
    note(at, { written, replayed }) {
      awaited.push({ at, written });
      completeUntil = awaited.findLast((sample) => sample.written <= replayed)?.at ?? completeUntil;
      awaited = awaited.filter((sample) => sample.at > completeUntil && at - sample.at <= maxLagMs);
    },
    lagMs: (now) => now - completeUntil,
  };
}
