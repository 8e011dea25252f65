import { describeSubject } from "../presets/preset.ts";
import { scenarioNames } from "../scenarios/scenario-name.ts";
import { scenarios } from "../scenarios/scenarios.ts";
import { markdownTable } from "./markdown-table.ts";
import type { BenchmarkRecord } from "./record.ts";

const START = "<!-- benchmark -->";
const END = "<!-- /benchmark -->";

/** A page with the record's table in the place of the one between its markers. @throws Error when it has no markers. */
export function withBenchmark(page: string, record: BenchmarkRecord): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start === -1 || end < start) throw new Error(`the page has no ${START} … ${END}`);
  return `${page.slice(0, start)}${START}\n\n${renderSection(record)}\n\n${page.slice(end)}`;
}

function renderSection({ findings: { ratios, growths }, figures, machine, date }: BenchmarkRecord): string {
  const rows = scenarioNames.flatMap((scenario) => {
    const ratio = ratios.find((each) => each.scenario === scenario);
    const growth = growths.find((each) => each.scenario === scenario);
    if (ratio === undefined && growth === undefined) return [];
    const size = ratio?.subject ?? growth?.from;
    const figure = figures.find(
      (each) => each.scenario === scenario && each.target === "rollcall" && each.subject.size === size?.size,
    );
    return [
      [
        scenarios[scenario].title,
        ratio?.floorCpuMs.toFixed(2) ?? "",
        (ratio?.rollcallCpuMs ?? growth?.fromCpuMs ?? 0).toFixed(2),
        ratio?.ratio.toFixed(2) ?? "",
        figure?.requestsPerSecond.toFixed(0) ?? "",
        growth === undefined ? "" : `${growth.growth.toFixed(2)} (${describeSubject(growth.to)})`,
      ],
    ];
  });
  const table = markdownTable(
    ["request", "floor, CPU ms", "Rollcall, CPU ms", "ratio", "req/s", "CPU when it grows"],
    rows,
  );
  const where = `${machine.processor}, Node ${machine.node}, Postgres ${machine.postgres}, ${date}`;
  return `${table}\n\nMeasured on one core of ${where}.`;
}
