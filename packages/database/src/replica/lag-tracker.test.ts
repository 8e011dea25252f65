import { describe, expect, it } from "vitest";
import { createLagTracker } from "./lag-tracker.ts";

describe("a lag tracker", () => {
  it("knows nothing at first, and then how far the replica is behind", () => {
    const tracker = createLagTracker(10_000);
    expect(tracker.lagMs(0)).toBe(Infinity);
    tracker.note(1_000, { written: 100, replayed: 90 });
    expect(tracker.lagMs(1_500)).toBe(Infinity);
    tracker.note(2_000, { written: 200, replayed: 150 });
    expect(tracker.lagMs(2_500)).toBe(1_500);
    tracker.note(3_000, { written: 200, replayed: 200 });
    expect(tracker.lagMs(3_000)).toBe(0);
  });

  it("takes an idle primary's replica for complete, however old its last transaction is", () => {
    const tracker = createLagTracker(10_000);
    for (let at = 0; at <= 3_600_000; at += 60_000) tracker.note(at, { written: 100, replayed: 100 });
    expect(tracker.lagMs(3_600_100)).toBe(100);
  });

  it("sees the lag grow while the replica stands still, and shrink when it catches up", () => {
    const tracker = createLagTracker(10_000);
    for (let second = 0; second <= 30; second++) tracker.note(second * 1_000, { written: second, replayed: 5 });
    expect(tracker.lagMs(30_000)).toBe(25_000);
    tracker.note(31_000, { written: 31, replayed: 29 });
    expect(tracker.lagMs(31_000)).toBe(2_000);
  });
});
