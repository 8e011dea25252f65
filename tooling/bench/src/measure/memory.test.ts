import { describe, expect, it } from "vitest";
import { forgetPeakMemory, peakMemoryMb } from "./memory.ts";

const MB = 1_024 ** 2;

describe("the most memory of a process", () => {
  it("is remembered until it is forgotten", () => {
    forgetPeakMemory(process.pid);
    const before = peakMemoryMb(process.pid);
    const filled = Buffer.alloc(200 * MB, 1);
    expect(filled.at(-1)).toBe(1);
    expect(peakMemoryMb(process.pid) - before).toBeGreaterThan(150);
  });
});
