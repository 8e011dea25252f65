import { describe, expect, it } from "vitest";
import { parseEventLoopDelay } from "./event-loop-delay.ts";

describe("the event loop's delay", () => {
  it("is read in milliseconds, with labels or without", () => {
    expect(parseEventLoopDelay("# HELP x\nnodejs_eventloop_lag_max_seconds 0.0125\nother 3\n")).toBe(12.5);
    expect(parseEventLoopDelay('nodejs_eventloop_lag_max_seconds{process="main"} 0.02\n')).toBe(20);
  });

  it("is missed when the metrics do not hold it", () => {
    expect(() => parseEventLoopDelay("nodejs_eventloop_lag_seconds 1\n")).toThrow("event loop");
  });
});
