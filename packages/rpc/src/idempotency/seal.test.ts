import { expect, it } from "vitest";
import { seal, unseal } from "./seal.ts";

const [first, second] = ["the first pepper", "the second pepper"];

it("an answer is read with the pepper that sealed it, also as the previous one, and with no other", () => {
  const sealed = seal(first, { token: "rlc_x" });
  expect(unseal({ pepper: first }, sealed)).toEqual({ token: "rlc_x" });
  expect(unseal({ pepper: second, previousPepper: first }, sealed)).toEqual({ token: "rlc_x" });
  expect(() => unseal({ pepper: second }, sealed)).toThrow("authenticate");
  expect(() => unseal({ pepper: second, previousPepper: "a third" }, sealed)).toThrow("authenticate");
});

it("a sealed answer shows nothing of it", () => {
  expect(seal(first, { token: "rlc_canary" }).includes("canary")).toBe(false);
});
