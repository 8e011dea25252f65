import { describe, expect, it } from "vitest";
import { median } from "./median.ts";

describe("the median", () => {
  it("is the middle one of an odd number of values, whatever their order", () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it("is half way between the middle two of an even number", () => {
    expect(median([10, 1, 4, 2])).toBe(3);
  });

  it("is refused of nothing", () => {
    expect(() => median([])).toThrow("no median");
  });
});
