import { setTimeout as sleep } from "node:timers/promises";
import type { EventSequencer } from "@rollcall/domain";
import type { Logger } from "@rollcall/telemetry";
import { createFailureLog } from "./failure-log.ts";
import { numberPendingEvents } from "./number-pending-events.ts";

export interface WorkerOptions {
  readonly sequencer: EventSequencer;
  readonly logger: Logger;
}

export interface Worker {
  /** Finishes the batch in hand and starts no other. Safe to call again. */
  stop(): Promise<void>;
}

const IDLE_INTERVAL_MS = 100;
const FIRST_RETRY_DELAY_MS = 100;
const MAX_RETRY_DELAY_MS = 2_000;

/**
 * Numbers committed events until it is stopped: at once while there are some, else looking ten times a second.
 *
 * Any number of workers may run at a time. Whatever fails is tried again, ever more slowly, so that an outage of the
 * database ends the numbering only as long as it lasts.
 */
export function startWorker({ sequencer, logger }: WorkerOptions): Worker {
  const stopping = new AbortController();
  const running = run({ sequencer, logger }, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function run({ sequencer, logger }: WorkerOptions, stop: AbortSignal): Promise<void> {
  const failures = createFailureLog(logger);
  while (!stop.aborted) {
    const delayMs = await numberPendingEvents(sequencer, stop).then(
      (count) => {
        failures.ended();
        return count > 0 ? 0 : IDLE_INTERVAL_MS;
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
