import type { Preset } from "../presets/preset.ts";
import type { Results } from "../run/bench.ts";
import type { ScenarioStatements } from "../run/count-statements.ts";
import type { Measurement } from "../run/measurement.ts";
import type { Findings } from "../verdict/judge.ts";
import type { Machine } from "../run/machine.ts";

/** What of a run is kept. Everything that is published is written from it. */
export interface BenchmarkRecord {
  /** As in `2026-11-24`. */
  readonly date: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly windowMs: number;
  readonly findings: Findings;
  readonly statements: readonly ScenarioStatements[];
  readonly figures: readonly Figure[];
}

/** A measurement without what only its rounds and its plots need. */
type Figure = Omit<Measurement, "cpuMsByRound" | "latencyCounts">;

export function toRecord(results: Results, { rounds, windowMs }: Preset): BenchmarkRecord {
  return {
    date: new Date().toISOString().slice(0, "2026-11-24".length),
    machine: results.machine,
    rounds,
    windowMs,
    findings: results.findings,
    statements: results.statements,
    figures: results.measurements.map(({ cpuMsByRound: _rounds, latencyCounts: _latencies, ...figure }) => figure),
  };
}

const DECIMALS = 1_000;

/** As JSON, with as many decimals as mean something. */
export function writeRecord(record: BenchmarkRecord): string {
  const round = (_key: string, value: unknown) =>
    typeof value === "number" ? Math.round(value * DECIMALS) / DECIMALS : value;
  return `${JSON.stringify(record, round, 2)}\n`;
}
