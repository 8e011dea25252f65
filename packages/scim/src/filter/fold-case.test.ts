import { describe, expect, it } from "vitest";
import { foldCase } from "./fold-case.ts";

describe("foldCase", () => {
  it.each([
    ["Alice@X", "alice@x"],
    ["ＡＬＩＣＥ", "alice"],
    ["E\u0301", "é"],
    ["ﬁ", "fi"],
  ])("folds %s to %s", (text, folded) => {
    expect(foldCase(text)).toBe(folded);
  });

  it.each([
    ["ı", "i"],
    ["ß", "ss"],
    ["a ", "a"],
  ])("keeps %j apart from %j", (left, right) => {
    expect(foldCase(left)).not.toBe(foldCase(right));
  });
});
