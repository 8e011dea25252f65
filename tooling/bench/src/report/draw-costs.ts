import { type Subject, type TargetName } from "../presets/preset.ts";
import type { Measurement } from "../run/measurement.ts";
import { scenarioNames } from "../scenarios/scenario-name.ts";
import { scenarios } from "../scenarios/scenarios.ts";
import { colours, drawPanels, drawRules, type Panel, plot, rounded, text, ticksUpTo } from "./panel.ts";

const targets = ["floor", "rollcall"] as const satisfies readonly TargetName[];
const units = ["users", "members", "tenants"] as const satisfies readonly Subject["unit"][];

/** For each scenario that was measured at several sizes: CPU of a request against the size. */
export function drawCosts(measurements: readonly Measurement[]): string {
  const panels = scenarioNames.flatMap((scenario) =>
    units.flatMap((unit) => {
      const points = measurements.filter((each) => each.scenario === scenario && each.subject.unit === unit);
      const title = `${scenarios[scenario].title}, by ${unit}`;
      return sizesOf(points).length < 2 ? [] : [drawPanel(title, points)];
    }),
  );
  return drawPanels("CPU milliseconds of a request against the size, server and Postgres together", panels);
}

function drawPanel(title: string, points: readonly Measurement[]): Panel {
  const sizes = sizesOf(points);
  const [smallest = 1, largest = 1] = [sizes[0], sizes.at(-1)];
  const ticks = ticksUpTo(Math.max(...points.map(({ cpuMs }) => cpuMs)));
  const top = ticks.at(-1) ?? 1;
  const x = (size: number) =>
    plot.left + (Math.log(size / smallest) / Math.log(largest / smallest)) * (plot.right - plot.left);
  const y = (cpuMs: number) => plot.bottom - (cpuMs / top) * (plot.bottom - plot.top);
  const labels = sizes.map((size) => text({ x: x(size), y: plot.bottom + 18, anchor: "middle" }, shortNumber(size)));
  const lines = targets.map((target) => {
    const line = points
      .filter((each) => each.target === target)
      .toSorted((left, right) => left.subject.size - right.subject.size)
      .map(({ subject, cpuMs }) => ({ x: rounded(x(subject.size)), y: rounded(y(cpuMs)) }));
    const dots = line.map((at) => `<circle cx="${at.x}" cy="${at.y}" r="3" fill="${colours[target]}"/>`);
    const path = line.map((at) => `${at.x},${at.y}`).join(" ");
    return `<polyline points="${path}" fill="none" stroke="${colours[target]}" stroke-width="2"/>${dots.join("")}`;
  });
  return { title, content: [drawRules(ticks, y, ""), ...labels, ...lines].join("\n") };
}

function sizesOf(points: readonly Measurement[]): number[] {
  return [...new Set(points.map(({ subject }) => subject.size))].toSorted((left, right) => left - right);
}

function shortNumber(size: number): string {
  return new Intl.NumberFormat("en-US", { notation: "compact" }).format(size);
}
