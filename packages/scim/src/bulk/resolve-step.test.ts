import { describe, expect, it } from "vitest";
import { scimErrorOf } from "../testing/scim-error-of.ts";
import type { BulkOperation } from "./bulk-request.ts";
import { resolveStep } from "./resolve-step.ts";

const group: BulkOperation = {
  method: "POST",
  path: "/Groups",
  bulkId: "g",
  version: undefined,
  data: { displayName: "Team", members: [{ value: "bulkId:a" }, { value: "bulkId:b" }] },
};
const perform = (operation: BulkOperation, ...withheld: string[]) =>
  ({ kind: "perform", operation, withheld: new Set(withheld) }) as const;

describe("resolveStep", () => {
  it("puts ids in place of bulkIds", () => {
    const patch: BulkOperation = { ...group, method: "PATCH", path: "/Groups/bulkId:g", version: 'W/"1"' };
    expect(resolveStep(perform(patch), new Map(Object.entries({ g: "1", a: "2", b: "3" })))).toEqual({
      ...patch,
      path: "/Groups/1",
      data: { displayName: "Team", members: [{ value: "2" }, { value: "3" }] },
    });
  });

  it("creates without what is withheld, and completes with a PUT of the whole", () => {
    const created = resolveStep(perform(group, "b"), new Map([["a", "2"]]));
    expect(created.data).toEqual({ displayName: "Team", members: [{ value: "2" }] });
    const ids = new Map(Object.entries({ g: "1", a: "2", b: "3" }));
    expect(resolveStep({ kind: "complete", operation: group }, ids)).toMatchObject({
      method: "PUT",
      path: "/Groups/1",
      data: { displayName: "Team", members: [{ value: "2" }, { value: "3" }] },
    });
  });

  it("refuses a POST without bulkId, an unknown bulkId, and one whose operation failed", () => {
    const anonymous = scimErrorOf(() => resolveStep(perform({ ...group, bulkId: undefined }), new Map()));
    expect(anonymous).toMatchObject({ status: 400, scimType: "invalidValue" });
    const unknown = scimErrorOf(() => resolveStep(perform(group), new Map([["a", "2"]])));
    expect(unknown).toMatchObject({ status: 400, scimType: "invalidValue" });
    expect(unknown.detail).toContain('"b"');
    const ids = new Map([
      ["a", "2"],
      ["b", undefined],
    ]);
    expect(scimErrorOf(() => resolveStep(perform(group), ids))).toMatchObject({ status: 409 });
  });
});
