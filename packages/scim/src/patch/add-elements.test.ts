import { describe, expect, it } from "vitest";
import { resolvePath } from "../path/resolve-path.ts";
import { userType } from "../schema/standard-types.ts";
import { addElements } from "./add-elements.ts";

const [{ attribute: emails }] = resolvePath(userType, "emails");
const work = { value: "a@b", type: "work" };
const home = { value: "a@b", type: "home" };
const untyped = { value: "a@b" };

describe("addElements", () => {
  it("gives a type to a value that had none", () => {
    expect(addElements(emails, [untyped], [work])).toEqual([work]);
  });

  it("gives it one type only, and adds the value again for another", () => {
    expect(addElements(emails, [untyped], [work, home])).toEqual([work, home]);
  });

  it("merges a value without type into the first that is equal", () => {
    expect(addElements(emails, [work, home], [{ ...untyped, display: "A" }])).toEqual([
      { ...work, display: "A" },
      home,
    ]);
  });

  it("doubles nothing within what is added", () => {
    expect(addElements(emails, [], [work, untyped, { value: "A@B", type: "WORK" }])).toEqual([work]);
  });

  it("takes values without `value` for equal only if all of them is", () => {
    const [{ attribute: addresses }] = resolvePath(userType, "addresses");
    const here = { type: "work", country: "US" };
    const there = { type: "work", country: "NO" };
    expect(addElements(addresses, [here], [{ country: "US", type: "work" }, there])).toEqual([here, there]);
  });
});
