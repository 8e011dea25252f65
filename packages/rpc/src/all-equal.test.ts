import { expect, it } from "vitest";
import { allEqual } from "./all-equal.ts";

const active = { kind: "compare", attribute: "active", operator: "eq", value: false };

it("joins the attributes that have a value, and false is one", () => {
  expect(allEqual([["userName", undefined]])).toBeUndefined();
  expect(
    allEqual<string>([
      ["userName", undefined],
      ["active", false],
    ]),
  ).toEqual(active);
  expect(
    allEqual<string>([
      ["active", false],
      ["userName", "ada"],
    ]),
  ).toEqual({
    kind: "and",
    operands: [active, { kind: "compare", attribute: "userName", operator: "eq", value: "ada" }],
  });
});
