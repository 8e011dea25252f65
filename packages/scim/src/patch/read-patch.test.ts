import { describe, expect, it } from "vitest";
import type { JsonValue } from "../json/json-value.ts";
import { scimErrorOf } from "../testing/scim-error-of.ts";
import { MAX_PATCH_OPERATIONS, readPatch } from "./read-patch.ts";

describe("readPatch", () => {
  it("reads keys and ops in any case and does not ask for schemas", () => {
    expect(
      readPatch({
        operations: [
          { OP: "Replace", Path: "active", VALUE: false },
          { op: "REMOVE", path: "title" },
        ],
      }),
    ).toEqual([
      { op: "replace", path: "active", value: false },
      { op: "remove", path: "title" },
    ]);
  });

  it.each([[null], [""], [" "]])("takes the path %j for none", (path) => {
    expect(readPatch({ Operations: [{ op: "add", path, value: {} }] })).toEqual([{ op: "add", value: {} }]);
  });

  it("reads a message without operations", () => {
    expect(readPatch({ Operations: [] })).toEqual([]);
  });

  it.each<[JsonValue, string]>([
    [null, "invalidSyntax"],
    [[], "invalidSyntax"],
    [{}, "invalidSyntax"],
    [{ Operations: {} }, "invalidSyntax"],
    [{ Operations: [null] }, "invalidSyntax"],
    [{ Operations: [{ path: "active", value: true }] }, "invalidSyntax"],
    [{ Operations: [{ op: "move", path: "active", value: true }] }, "invalidSyntax"],
    [{ Operations: [{ op: 1, path: "active", value: true }] }, "invalidSyntax"],
    [{ Operations: [{ op: "remove" }] }, "noTarget"],
    [{ Operations: [{ op: "remove", path: "" }] }, "noTarget"],
    [{ Operations: [{ op: "add", path: 1, value: true }] }, "invalidPath"],
    [{ Operations: [{ op: "add", path: "active" }] }, "invalidValue"],
  ])("refuses %j as %s", (body, scimType) => {
    expect(scimErrorOf(() => readPatch(body))).toMatchObject({ status: 400, scimType });
  });

  it("allows the greatest number of operations and no more", () => {
    const body = (length: number) => ({
      Operations: Array.from({ length }, () => ({ op: "remove", path: "title" })),
    });
    expect(readPatch(body(MAX_PATCH_OPERATIONS))).toHaveLength(MAX_PATCH_OPERATIONS);
    expect(scimErrorOf(() => readPatch(body(MAX_PATCH_OPERATIONS + 1))).status).toBe(413);
  });
});
