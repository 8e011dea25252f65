import type { ScenarioName } from "../scenarios/scenario-name.ts";

/** CPU of the floor for a request divided by ours: 1 is as cheap as the floor, 0.5 costs twice as much. */
export interface RatioTarget {
  /** Below it the benchmark fails. */
  readonly must: number;
  readonly aim: number;
}

type RatedScenario = Extract<ScenarioName, "create" | "get" | "filter" | "patch" | "firstPage">;
type FlatScenario = Exclude<ScenarioName, "put" | "readGroup" | "importByIndex" | "importByCursor" | "oktaMix">;

/** At 1,000 users. */
export const ratioTargets = {
  create: { must: 0.5, aim: 0.7 },
  get: { must: 0.55, aim: 0.75 },
  filter: { must: 0.55, aim: 0.75 },
  patch: { must: 0.45, aim: 0.6 },
  firstPage: { must: 1, aim: 1.3 },
} as const satisfies Record<RatedScenario, RatioTarget>;

/** How much more CPU a request may cost in the largest directory, or group, than in the smallest. */
export const growthLimits = {
  create: 1.3,
  get: 1.3,
  filter: 1.3,
  patch: 1.3,
  firstPage: 1.3,
  deepPage: 1.3,
  total: 1.3,
  addMember: 1.3,
  removeMember: 1.3,
} as const satisfies Record<FlatScenario, number>;
