import { describe, expect, it } from "vitest";
import { jsonEqual } from "./json-equal.ts";

describe("jsonEqual", () => {
  it.each([
    [
      { a: 1, b: [2, { c: null }] },
      { b: [2, { c: null }], a: 1 },
    ],
    [[], []],
    ["x", "x"],
  ])("%j equals %j", (left, right) => {
    expect(jsonEqual(left, right)).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1 }, { b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 1]],
    [{}, []],
    [null, {}],
    ["1", 1],
    [{ constructor: 1 }, { toString: 1 }],
  ])("%j differs from %j", (left, right) => {
    expect(jsonEqual(left, right)).toBe(false);
  });
});
