import type { Directory } from "../scenarios/scenario.ts";

/** A directory of a server. */
export interface Endpoint {
  readonly scimUrl: string;
  /** Of the server. */
  readonly pid: number;
  /** More than one where a trial spreads over tenants. */
  readonly directories: readonly Directory[];
  /** Waits until the server has nothing left to do that requests have caused. */
  settle(): Promise<void>;
  /** The longest its event loop was late since it was last asked; undefined when it does not measure that. */
  eventLoopDelayMs(): Promise<number | undefined>;
  /** How many users the tables hold, of all its directories. */
  countUsers(): Promise<number>;
}
