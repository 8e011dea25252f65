import type { Logger } from "@rollcall/telemetry";

export interface FailureLog {
  /** @returns how many failures there were in a row, this one included */
  happened(error: unknown): number;
  ended(): void;
}

/** What is said when something begins to fail, and when it works again. */
export interface FailureMessages {
  readonly failing: string;
  readonly working: string;
}

/** Says once that something fails, however often it is tried, and once that it works again. */
export function createFailureLog(logger: Logger, { failing, working }: FailureMessages): FailureLog {
  let count = 0;
  return {
    happened(error) {
      count += 1;
      if (count === 1) logger.error({ err: error }, failing);
      return count;
    },
    ended() {
      if (count > 0) logger.warn({ failures: count }, working);
      count = 0;
    },
  };
}
