import { latencyClassesMs } from "../load/window.ts";
import { describeSubject, type TargetName } from "../presets/preset.ts";
import type { Measurement } from "../run/measurement.ts";
import { scenarioNames } from "../scenarios/scenario-name.ts";
import { scenarios } from "../scenarios/scenarios.ts";
import { colours, drawPanels, drawRules, type Panel, plot, rounded, text, ticksUpTo } from "./panel.ts";

const targets = ["floor", "rollcall"] as const satisfies readonly TargetName[];
const PERCENT = 100;
/** Of every how many classes one is named under the panel: 0.25 ms, 1 ms, 4 ms and so on. */
const LABEL_EVERY = 4;

/** For each scenario, in its smallest directory: how many of the answers took how long. */
export function drawLatencies(measurements: readonly Measurement[]): string {
  const panels = scenarioNames.flatMap((scenario) => {
    const found = measurements.filter((each) => each.scenario === scenario && each.subject.unit === "users");
    const smallest = Math.min(...found.map(({ subject }) => subject.size));
    const shown = found.filter(({ subject }) => subject.size === smallest);
    return shown.length === targets.length ? [drawPanel(shown)] : [];
  });
  return drawPanels("percent of the answers against milliseconds until they came", panels);
}

function drawPanel(measurements: readonly Measurement[]): Panel {
  const shares = new Map(measurements.map(({ target, latencyCounts }) => [target, toPercent(latencyCounts)]));
  const all = [...shares.values()];
  const isUsed = (index: number) => all.some((list) => (list[index] ?? 0) > 0);
  const used = latencyClassesMs.map((_, index) => index).filter(isUsed);
  const [first = 0, last = 1] = [used[0], used.at(-1)];
  const width = (plot.right - plot.left) / (last - first + 1);
  const ticks = ticksUpTo(Math.max(...all.flat()));
  const top = ticks.at(-1) ?? PERCENT;
  const x = (index: number) => plot.left + (index - first) * width;
  const y = (share: number) => plot.bottom - (share / top) * (plot.bottom - plot.top);
  const bars = targets.map((target) => {
    const path = (shares.get(target) ?? [])
      .slice(first, last + 1)
      .map((share, offset) => `V${rounded(y(share))}H${rounded(x(first + offset + 1))}`);
    const fill = `fill="${colours[target]}" fill-opacity="0.45" stroke="${colours[target]}"`;
    return `<path d="M${rounded(x(first))},${plot.bottom}${path.join("")}V${plot.bottom}Z" ${fill}/>`;
  });
  const labels = used
    .filter((index) => index % LABEL_EVERY === 0)
    .map((index) => text({ x: x(index + 1), y: plot.bottom + 18, anchor: "middle" }, shortMs(index)));
  const [{ scenario, subject } = { scenario: "get", subject: { unit: "users", size: 0 } } as const] = measurements;
  const title = `${scenarios[scenario].title}, ${describeSubject(subject)}`;
  return { title, content: [drawRules(ticks, y, "%"), ...bars, ...labels].join("\n") };
}

function toPercent(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (count / total) * PERCENT);
}

/** The upper end of a class. */
function shortMs(index: number): string {
  return String(Number((latencyClassesMs[index] ?? 0).toFixed(2)));
}
