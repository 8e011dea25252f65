import type { Logger } from "@rollcall/telemetry";

export interface FailureLog {
  /** @returns how many failures there were in a row, this one included */
  happened(error: unknown): number;
  ended(): void;
}

/** Says once that something fails, however often it is tried, and once that it works again. */
export function createFailureLog(logger: Logger): FailureLog {
  let count = 0;
  return {
    happened(error) {
      count += 1;
      if (count === 1) logger.error({ err: error }, "events cannot be numbered just now; trying again until they can");
      return count;
    },
    ended() {
      if (count > 0) logger.warn({ failures: count }, "events are numbered again");
      count = 0;
    },
  };
}
