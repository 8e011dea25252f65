import type { Peppers } from "@rollcall/domain";
import type { LoggerOptions, MetricsSnapshot } from "@rollcall/telemetry";
import type { Environment } from "../../env.ts";

/** What a process that serves SCIM needs to know. */
export interface FacadeOrder {
  /** Of the process, in metrics: `scim-1`. */
  readonly name: string;
  readonly env: Environment;
  readonly databaseUrl: string;
  readonly peppers: Peppers;
  /** Most connections to Postgres. */
  readonly maxConnections: number;
  /** That all of them share. */
  readonly port: number;
  readonly logLevel: LoggerOptions["level"];
}

/** What the main process asks of one that serves SCIM. */
export type FacadeDuties = {
  /** Asked first, and once; answered when it serves. */
  serve(order: FacadeOrder): Promise<void>;
  /** What it has measured itself. */
  metrics(nothing: undefined): Promise<MetricsSnapshot>;
  /** Finishes what is in hand and ends. */
  stop(nothing: undefined): Promise<void>;
};

/** What a process that serves SCIM asks of the main one. */
export type MainDuties = {
  /** The metrics of all processes, as Prometheus text. */
  metrics(nothing: undefined): Promise<string>;
};
