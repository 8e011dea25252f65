import { describe, expect, it } from "vitest";
import { measurement } from "../run/measurement.fixture.ts";
import { drawCosts } from "./draw-costs.ts";
import { drawLatencies } from "./draw-latencies.ts";
import { plot, ticksUpTo } from "./panel.ts";

describe("the plot of costs", () => {
  const measurements = [
    measurement({ scenario: "get", target: "floor", cpuMs: 1 }),
    measurement({ scenario: "get", target: "floor", cpuMs: 1, users: 1_000_000 }),
    measurement({ scenario: "get", target: "rollcall", cpuMs: 2 }),
    measurement({ scenario: "get", target: "rollcall", cpuMs: 4, users: 1_000_000 }),
    measurement({ scenario: "put", target: "rollcall" }),
  ];
  const svg = drawCosts(measurements);

  it("has a panel for what was measured at several sizes, and a line for each target", () => {
    expect(svg.match(/<g transform/g)).toHaveLength(1);
    expect(svg).toContain("get by id, by users");
    expect(svg.match(/<polyline/g)).toHaveLength(2);
  });

  it("draws the highest cost at the top, on the right, and what is flat as flat", () => {
    const [floor = "", rollcall = ""] = [...svg.matchAll(/<polyline points="([^"]+)"/g)].map(([, points]) => points);
    const [left, right] = floor.split(" ").map((point) => point.split(",").map(Number));
    expect(left?.[1]).toBe(right?.[1]);
    expect(rollcall.split(" ").at(-1)).toBe(`${plot.right},${plot.top}`);
  });

  it("is well-formed and has a title", () => {
    expect(svg).toMatch(/^<svg [^>]+>\n<title>[^<]+<\/title>/);
    expect(svg.match(/<g /g)?.length).toBe(svg.match(/<\/g>/g)?.length);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("the plot of latencies", () => {
  it("has a panel for each scenario that both were asked, in its smallest directory", () => {
    const svg = drawLatencies([
      measurement({ scenario: "get", target: "floor" }),
      measurement({ scenario: "get", target: "rollcall" }),
      measurement({ scenario: "get", target: "floor", users: 5_000 }),
      measurement({ scenario: "get", target: "rollcall", users: 5_000 }),
      measurement({ scenario: "put", target: "rollcall" }),
    ]);
    expect(svg.match(/<g transform/g)).toHaveLength(1);
    expect(svg).toContain("get by id, 1,000 users");
    expect(svg.match(/<path/g)).toHaveLength(2);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("ticks", () => {
  it.each([
    [1, [0, 0.25, 0.5, 0.75, 1]],
    [0.83, [0, 0.25, 0.5, 0.75, 1]],
    [7, [0, 2.5, 5, 7.5]],
    [100, [0, 25, 50, 75, 100]],
  ])("reach %d by round steps", (largest, ticks) => {
    expect(ticksUpTo(largest)).toEqual(ticks);
  });
});
