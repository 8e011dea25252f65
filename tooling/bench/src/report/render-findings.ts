import { describeSubject } from "../presets/preset.ts";
import type { Results } from "../run/bench.ts";
import { scenarios } from "../scenarios/scenarios.ts";
import { textTable } from "./text-table.ts";

/** What was judged, for a terminal. */
export function renderFindings({ findings, statements }: Pick<Results, "findings" | "statements">): string {
  const ratioTable = textTable(
    ["CPU per request", "floor ms", "Rollcall ms", "of it Node", "ratio", "must", "aim", ""],
    findings.ratios.map((each) => [
      scenarios[each.scenario].title,
      ...[each.floorCpuMs, each.rollcallCpuMs, each.rollcallServerCpuMs].map(decimals),
      ...[each.ratio, each.must, each.aim].map(decimals),
      each.verdict,
    ]),
  );
  const growthTable = textTable(
    ["CPU against size", "small ms", "large ms", "from", "to", "factor", "limit", ""],
    findings.growths.map((each) => [
      scenarios[each.scenario].title,
      ...[each.fromCpuMs, each.toCpuMs].map(decimals),
      ...[each.from, each.to].map(describeSubject),
      ...[each.growth, each.limit].map(decimals),
      each.verdict,
    ]),
  );
  const statementTable = textTable(
    ["SQL per request", "statements", "round trips"],
    statements.map((each) => [
      scenarios[each.scenario].title,
      ...[each.statements, each.roundTrips].map((count) => count.toFixed(1)),
    ]),
  );
  const verdict = findings.passed ? "Every target was met." : "Not every target was met.";
  return [ratioTable, growthTable, statementTable, verdict].join("\n\n");
}

function decimals(value: number): string {
  return value.toFixed(2);
}
