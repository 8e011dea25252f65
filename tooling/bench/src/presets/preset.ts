import type { ScenarioName } from "../scenarios/scenario-name.ts";

/** What a run of the benchmark measures, and for how long. */
export interface Preset {
  readonly name: "quick" | "full" | "tiny";
  readonly directories: readonly DirectorySpec[];
  readonly trials: readonly Trial[];
  readonly rounds: number;
  readonly windowMs: number;
  /** Of each trial, once, before the first round. */
  readonly warmUpMs: number;
}

/** A directory that is there in the floor and in Rollcall. */
export interface DirectorySpec {
  readonly name: string;
  readonly users: number;
  readonly groups: readonly { readonly size: number; readonly count: number }[];
  /** As many tenants are like this. Default: one. */
  readonly tenants?: number;
}

export type TargetName = "floor" | "rollcall";

/** What is measured: a scenario, on a directory, at each of the targets. */
export interface Trial {
  readonly scenario: ScenarioName;
  readonly directory: string;
  readonly subject: Subject;
  readonly targets: readonly TargetName[];
  /** In how many rounds, the last ones; for what takes long. Default: in all. */
  readonly rounds?: number;
}

/** What the cost may depend on. */
export interface Subject {
  readonly unit: "users" | "members" | "tenants";
  readonly size: number;
}

/** As in `1,000 users`. */
export function describeSubject({ unit, size }: Subject): string {
  return `${size.toLocaleString("en-US")} ${size === 1 ? unit.slice(0, -1) : unit}`;
}
