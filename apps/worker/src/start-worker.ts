import type { EventSequencer, RetentionRepository } from "@rollcall/domain";
import type { Logger } from "@rollcall/telemetry";
import { eraseExpired } from "./erase-expired.ts";
import { createFailureLog } from "./failure-log.ts";
import { numberPendingEvents } from "./number-pending-events.ts";
import { repeat } from "./repeat.ts";

export interface WorkerOptions {
  readonly sequencer: EventSequencer;
  readonly retention: RetentionRepository;
  readonly logger: Logger;
  /** How long to wait before looking again for what is past its time. Default: ten minutes. */
  readonly retentionIntervalMs?: number;
}

export interface Worker {
  /** Finishes the pieces in hand and starts no others. Safe to call again. */
  stop(): Promise<void>;
}

const NUMBERING_INTERVAL_MS = 100;
const DEFAULT_RETENTION_INTERVAL_MS = 10 * 60_000;

/**
 * Until it is stopped, numbers committed events, looking ten times a second, and erases what is past its time. Any
 * number of workers may run at a time.
 */
export function startWorker(options: WorkerOptions): Worker {
  const { sequencer, retention, logger, retentionIntervalMs = DEFAULT_RETENTION_INTERVAL_MS } = options;
  const stopping = new AbortController();
  const numbering = repeat(
    {
      run: (stop) => numberPendingEvents(sequencer, stop),
      idleIntervalMs: NUMBERING_INTERVAL_MS,
      failures: createFailureLog(logger, {
        failing: "events cannot be numbered just now; trying again until they can",
        working: "events are numbered again",
      }),
    },
    stopping.signal,
  );
  const erasing = repeat(
    {
      run: (stop) => eraseExpired(retention, stop),
      idleIntervalMs: retentionIntervalMs,
      failures: createFailureLog(logger, {
        failing: "what is past its time cannot be erased just now; trying again until it can",
        working: "what is past its time is erased again",
      }),
    },
    stopping.signal,
  );
  return {
    async stop() {
      stopping.abort();
      await Promise.all([numbering, erasing]);
    },
  };
}
