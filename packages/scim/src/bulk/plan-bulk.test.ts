import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOLDS } from "../testing/holds.ts";
import { bulkIdsIn } from "./bulk-references.ts";
import type { BulkOperation } from "./bulk-request.ts";
import { planBulk } from "./plan-bulk.ts";

function operation(method: BulkOperation["method"], bulkId: string, ...references: string[]): BulkOperation {
  return { method, path: "/Groups", bulkId, version: undefined, data: references.map((name) => `bulkId:${name}`) };
}

/** A plan in short: `b-a` creates b without its reference to a, `b!` completes it. */
function planned(...operations: BulkOperation[]): string {
  return planBulk(operations)
    .map((step) =>
      step.kind === "complete" ? `${step.operation.bulkId}!` : [step.operation.bulkId, ...step.withheld].join("-"),
    )
    .join(" ");
}

describe("planBulk", () => {
  it.each<[string, BulkOperation[], string]>([
    ["keeps the order of what is independent", [operation("POST", "b"), operation("DELETE", "a")], "b a"],
    [
      "creates first what is referred to",
      [operation("POST", "g", "u", "v"), operation("POST", "v"), operation("POST", "u")],
      "u v g",
    ],
    [
      "pulls forward no more than it must",
      [operation("POST", "x"), operation("PATCH", "p", "u"), operation("POST", "y"), operation("POST", "u")],
      "x u p y",
    ],
    [
      "follows references to the end",
      [operation("POST", "a", "b"), operation("POST", "b", "c"), operation("POST", "c")],
      "c b a",
    ],
    ["leaves unknown references to fail by themselves", [operation("POST", "a", "nobody")], "a"],
    ["never waits for what creates nothing", [operation("PATCH", "a", "b"), operation("PATCH", "b", "a")], "a b"],
    ["breaks a circle of two", [operation("POST", "a", "b"), operation("POST", "b", "a")], "b-a a b!"],
    ["breaks a reference to oneself", [operation("POST", "a", "a")], "a-a a!"],
    [
      "breaks a circle of three",
      [operation("POST", "a", "b"), operation("POST", "b", "c"), operation("POST", "c", "a")],
      "c-a b a c!",
    ],
    [
      "waits for the outermost of several",
      [operation("POST", "a", "b"), operation("POST", "b", "c"), operation("POST", "c", "b", "a")],
      "c-b-a b a c!",
    ],
    [
      "completes before what comes later",
      [
        operation("PATCH", "p", "a"),
        operation("POST", "a", "b"),
        operation("POST", "b", "a"),
        operation("POST", "z", "b"),
      ],
      "b-a a b! p z",
    ],
  ])("%s", (_what, operations, plan) => {
    expect(planned(...operations)).toBe(plan);
  });

  it("performs everything once and refers only to what is there", () => {
    const names = ["a", "b", "c", "d", "e"];
    const references = fc.array(fc.subarray(names), { minLength: names.length, maxLength: names.length });
    const property = fc.property(references, (lists) => {
      const operations = names.map((name, n) => operation("POST", name, ...(lists[n] ?? [])));
      const there = new Set<string | undefined>();
      const incomplete: (string | undefined)[] = [];
      const completed: (string | undefined)[] = [];
      for (const step of planBulk(operations)) {
        const { bulkId } = step.operation;
        const withheld = step.kind === "perform" ? step.withheld : new Set();
        const needed = [...bulkIdsIn(step.operation)].filter((name) => !withheld.has(name));
        expect(needed.filter((name) => !there.has(name))).toEqual([]);
        expect(there.has(bulkId)).toBe(step.kind === "complete");
        there.add(bulkId);
        if (withheld.size > 0) incomplete.push(bulkId);
        if (step.kind === "complete") completed.push(bulkId);
      }
      expect(there.size).toBe(names.length);
      expect(new Set(completed)).toEqual(new Set(incomplete));
      expect(completed).toHaveLength(incomplete.length);
    });
    expect(fc.check(property, { numRuns: 500 })).toMatchObject(HOLDS);
  });

  it("plans the longest chain and the widest circle", () => {
    const chain = Array.from({ length: 1_000 }, (_, n) => operation("POST", `${n}`, `${n + 1}`));
    expect(planBulk(chain)[0]?.operation.bulkId).toBe("999");
    const circle = Array.from({ length: 1_000 }, (_, n) => operation("POST", `${n}`, `${(n + 1) % 1_000}`, "0"));
    expect(planBulk(circle)).toHaveLength(2_000);
  });
});
