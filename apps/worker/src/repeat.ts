import { setTimeout as sleep } from "node:timers/promises";
import type { FailureLog } from "./failure-log.ts";

export interface Job {
  /** Does a bounded part of what there is to do. @returns how much it was; 0 when there was nothing. */
  readonly run: (stop: AbortSignal) => Promise<number>;
  /** How long to wait after there was nothing. */
  readonly idleIntervalMs: number;
  readonly failures: FailureLog;
}

const FIRST_RETRY_DELAY_MS = 100;
const MAX_RETRY_DELAY_MS = 2_000;

/**
 * Runs a job until it is stopped: at once while there is something to do, else after its interval. Whatever fails is
 * tried again, ever more slowly, so that an outage of the database ends the work only as long as it lasts.
 */
export async function repeat({ run, idleIntervalMs, failures }: Job, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const delayMs = await run(stop).then(
      (done) => {
        failures.ended();
        return done > 0 ? 0 : idleIntervalMs;
      },
      (error: unknown) => retryDelayMs(failures.happened(error)),
    );
    // Waits also when the delay is 0: a busy feed must not keep the process from answering requests.
    await sleep(delayMs, undefined, { signal: stop }).catch(() => undefined);
  }
}

function retryDelayMs(attempt: number): number {
  return Math.min(FIRST_RETRY_DELAY_MS * 2 ** (attempt - 1), MAX_RETRY_DELAY_MS);
}
