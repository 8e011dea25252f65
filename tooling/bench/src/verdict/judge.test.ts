import { describe, expect, it } from "vitest";
import { measurement } from "../run/measurement.fixture.ts";
import { judge } from "./judge.ts";

function compared(floorMs: number, rollcallMs: number) {
  return judge([
    measurement({ scenario: "get", target: "floor", cpuMs: floorMs }),
    measurement({ scenario: "get", target: "rollcall", cpuMs: rollcallMs }),
  ]);
}

function grown(smallMs: number, largeMs: number) {
  return judge([
    measurement({ scenario: "total", target: "rollcall", cpuMs: smallMs }),
    measurement({ scenario: "total", target: "rollcall", cpuMs: largeMs, users: 1_000_000 }),
  ]);
}

describe("a ratio", () => {
  it("is the floor's CPU divided by ours, and below what it must be fails", () => {
    const { ratios, passed } = compared(0.5, 1);
    expect(ratios).toMatchObject([{ scenario: "get", ratio: 0.5, must: 0.55, verdict: "below target" }]);
    expect(passed).toBe(false);
  });

  it("passes at what it must be, and says when it is what was aimed at", () => {
    expect(compared(0.55, 1)).toMatchObject({ passed: true, ratios: [{ verdict: "must" }] });
    expect(compared(0.75, 1)).toMatchObject({ passed: true, ratios: [{ verdict: "aim" }] });
  });

  it("is the median of the rounds' own ratios, so that what slows both down does not count", () => {
    const floor = measurement({ scenario: "get", target: "floor", cpuMs: 1, cpuMsByRound: [1, 4, 1] });
    const rollcall = measurement({ scenario: "get", target: "rollcall", cpuMs: 2, cpuMsByRound: [2, 8, 20] });
    expect(judge([floor, rollcall]).ratios).toMatchObject([{ ratio: 0.5 }]);
  });

  it("is of the smallest directory", () => {
    const findings = judge([
      measurement({ scenario: "get", target: "floor", cpuMs: 1 }),
      measurement({ scenario: "get", target: "rollcall", cpuMs: 1 }),
      measurement({ scenario: "get", target: "floor", cpuMs: 1, users: 100_000 }),
      measurement({ scenario: "get", target: "rollcall", cpuMs: 1.2, users: 100_000 }),
    ]);
    expect(findings).toMatchObject({ passed: true, ratios: [{ ratio: 1, subject: { size: 1_000 } }] });
  });
});

describe("what is measured at two sizes", () => {
  it("may cost as much more as its limit says", () => {
    expect(grown(1, 1.3)).toMatchObject({ passed: true, growths: [{ growth: 1.3, verdict: "flat" }] });
  });

  it("fails when it grows more", () => {
    expect(grown(1, 1.31)).toMatchObject({ passed: false, growths: [{ verdict: "grows" }] });
  });

  it("is not compared with many tenants", () => {
    const tenants = { unit: "tenants", size: 1_000_000 } as const;
    const findings = judge([
      measurement({ scenario: "get", target: "rollcall" }),
      measurement({ scenario: "get", target: "rollcall", cpuMs: 9, subject: tenants }),
    ]);
    expect(findings).toEqual({ ratios: [], growths: [], passed: true });
  });
});
