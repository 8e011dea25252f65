import { userAttributes } from "@rollcall/domain";
import { expect, it } from "vitest";
import { allEqual } from "./all-equal.ts";

const { active, userName } = userAttributes;
const isInactive = { kind: "compare", attribute: active, operator: "eq", value: false };
const isAda = { kind: "compare", attribute: userName, operator: "eq", value: "ada" };

it("joins the attributes that have a value, and false is one", () => {
  expect(allEqual([[userName, undefined]])).toBeUndefined();
  const one = allEqual([
    [userName, undefined],
    [active, false],
  ]);
  expect(one).toEqual(isInactive);
  const two = allEqual([
    [active, false],
    [userName, "ada"],
  ]);
  expect(two).toEqual({ kind: "and", operands: [isInactive, isAda] });
});
