/** How long things may take before the caller is told that the database is unavailable, in milliseconds. */
export interface Timeouts {
  /** Until a connection is free. */
  readonly poolWaitMs: number;
  /** One statement, with the locks it waits for. */
  readonly statementMs: number;
  /** One lock. */
  readonly lockMs: number;
  /** Between two statements of one transaction. */
  readonly idleInTransactionMs: number;
}

/** Identity providers wait for tens of seconds: whoever waits for another gets an answer well before. */
export const DEFAULT_TIMEOUTS: Timeouts = {
  poolWaitMs: 3_000,
  statementMs: 30_000,
  lockMs: 3_000,
  idleInTransactionMs: 30_000,
};
