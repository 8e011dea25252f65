import type { Subject } from "../presets/preset.ts";
import type { Measurement } from "../run/measurement.ts";
import { type ScenarioName, scenarioNames } from "../scenarios/scenario-name.ts";
import { pairedRatio } from "./paired-ratio.ts";
import { growthLimits, ratioTargets, type RatioTarget } from "./targets.ts";

type Verdict = "below target" | "must" | "aim";

interface RatioFinding extends RatioTarget {
  readonly scenario: ScenarioName;
  readonly subject: Subject;
  /** CPU of a request, in milliseconds; the server's share is that without Postgres. */
  readonly floorCpuMs: number;
  readonly rollcallCpuMs: number;
  readonly rollcallServerCpuMs: number;
  readonly ratio: number;
  readonly verdict: Verdict;
}

interface GrowthFinding {
  readonly scenario: ScenarioName;
  readonly from: Subject;
  readonly to: Subject;
  /** CPU of a request, in milliseconds. */
  readonly fromCpuMs: number;
  readonly toCpuMs: number;
  /** CPU at the largest divided by CPU at the smallest. */
  readonly growth: number;
  readonly limit: number;
  readonly verdict: "flat" | "grows";
}

export interface Findings {
  readonly ratios: readonly RatioFinding[];
  readonly growths: readonly GrowthFinding[];
  /** No ratio is below what it must be, and nothing grows more than it may. */
  readonly passed: boolean;
}

/** Holds what was measured against the targets; what was not measured is not judged. */
export function judge(measurements: readonly Measurement[]): Findings {
  const ratios = scenarioNames.flatMap((scenario) => ratioOf(measurements, scenario));
  const growths = scenarioNames.flatMap((scenario) => growthOf(measurements, scenario));
  const missed = [...ratios, ...growths].filter(({ verdict }) => verdict === "below target" || verdict === "grows");
  return { ratios, growths, passed: missed.length === 0 };
}

const targets: Partial<Record<ScenarioName, RatioTarget>> = ratioTargets;
const limits: Partial<Record<ScenarioName, number>> = growthLimits;

function ratioOf(measurements: readonly Measurement[], scenario: ScenarioName): RatioFinding[] {
  const target = targets[scenario];
  const [rollcall] = bySize(measurements.filter((each) => each.scenario === scenario && each.target === "rollcall"));
  const floor = measurements.find(
    (each) => each.scenario === scenario && each.target === "floor" && each.subject.size === rollcall?.subject.size,
  );
  if (target === undefined || rollcall === undefined || floor === undefined) return [];
  const ratio = pairedRatio(floor, rollcall);
  const costs = {
    floorCpuMs: floor.cpuMs,
    rollcallCpuMs: rollcall.cpuMs,
    rollcallServerCpuMs: rollcall.serverCpuMs,
  };
  return [{ scenario, subject: rollcall.subject, ...costs, ratio, ...target, verdict: verdictOn(ratio, target) }];
}

function verdictOn(ratio: number, { must, aim }: RatioTarget): Verdict {
  if (ratio < must) return "below target";
  return ratio < aim ? "must" : "aim";
}

function growthOf(measurements: readonly Measurement[], scenario: ScenarioName): GrowthFinding[] {
  const limit = limits[scenario];
  const sorted = bySize(measurements.filter((each) => each.scenario === scenario && each.target === "rollcall"));
  const [small, large] = [sorted[0], sorted.at(-1)];
  if (limit === undefined || small === undefined || large === undefined || small === large) return [];
  const growth = pairedRatio(large, small);
  const [from, to] = [small.subject, large.subject];
  const finding = { scenario, from, to, fromCpuMs: small.cpuMs, toCpuMs: large.cpuMs, growth, limit };
  return [{ ...finding, verdict: growth <= limit ? "flat" : "grows" }];
}

/** Costs that depend on the number of tenants are another matter. */
function bySize(measurements: readonly Measurement[]): Measurement[] {
  return measurements
    .filter(({ subject }) => subject.unit !== "tenants")
    .toSorted((left, right) => left.subject.size - right.subject.size);
}
