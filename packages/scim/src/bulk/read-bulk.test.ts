import { describe, expect, it } from "vitest";
import type { JsonValue } from "../json/json-value.ts";
import { scimErrorOf } from "../testing/scim-error-of.ts";
import { MAX_BULK_OPERATIONS, readBulk } from "./read-bulk.ts";

const post = (bulkId: string): JsonValue => ({ method: "POST", path: "/Users", bulkId, data: {} });

describe("readBulk", () => {
  it("reads keys and methods in any case, and paths without their first slash", () => {
    const message = {
      FailOnErrors: 2,
      operations: [
        { METHOD: "post", Path: "Users", BulkID: "a", Data: { userName: "a" } },
        { method: "Delete", path: "/Users/1", version: 'W/"1"' },
      ],
    };
    expect(readBulk(message)).toEqual({
      failOnErrors: 2,
      operations: [
        { method: "POST", path: "/Users", bulkId: "a", version: undefined, data: { userName: "a" } },
        { method: "DELETE", path: "/Users/1", bulkId: undefined, version: 'W/"1"', data: null },
      ],
    });
  });

  it("takes null for nothing, and needs no operation", () => {
    expect(readBulk({ Operations: [], failOnErrors: null })).toEqual({ operations: [], failOnErrors: undefined });
    const [operation] = readBulk({ Operations: [{ method: "PUT", path: "/Users/1", bulkId: null }] }).operations;
    expect(operation?.bulkId).toBeUndefined();
  });

  it.each<[string, JsonValue, string]>([
    ["no object", [], "invalidSyntax"],
    ["no list", { Operations: {} }, "invalidSyntax"],
    ["an operation that is no object", { Operations: ["POST"] }, "invalidSyntax"],
    ["another method", { Operations: [{ method: "GET", path: "/Users" }] }, "invalidSyntax"],
    ["no method", { Operations: [{ path: "/Users" }] }, "invalidSyntax"],
    ["no path", { Operations: [{ method: "POST" }] }, "invalidSyntax"],
    ["a path that is no string", { Operations: [{ method: "POST", path: 1 }] }, "invalidSyntax"],
    ["a bulkId that is no string", { Operations: [{ method: "POST", path: "/Users", bulkId: 1 }] }, "invalidSyntax"],
    ["a bulkId given twice", { Operations: [post("a"), post("b"), post("a")] }, "invalidValue"],
    ["failOnErrors 0", { Operations: [], failOnErrors: 0 }, "invalidValue"],
    ["failOnErrors 1.5", { Operations: [], failOnErrors: 1.5 }, "invalidValue"],
    ["failOnErrors as text", { Operations: [], failOnErrors: "1" }, "invalidValue"],
  ])("refuses %s", (_what, body, scimType) => {
    expect(scimErrorOf(() => readBulk(body))).toMatchObject({ status: 400, scimType });
  });

  it("lets a bulkId come back in operations that create nothing", () => {
    const patch = { method: "PATCH", path: "/Users/bulkId:a", bulkId: "a", data: {} };
    expect(readBulk({ Operations: [post("a"), patch, patch] }).operations).toHaveLength(3);
  });

  it("allows the greatest number of operations and no more, and says what it is", () => {
    const operations = Array.from({ length: MAX_BULK_OPERATIONS + 1 }, (_, n) => post(`${n}`));
    expect(readBulk({ Operations: operations.slice(1) }).operations).toHaveLength(MAX_BULK_OPERATIONS);
    const error = scimErrorOf(() => readBulk({ Operations: operations }));
    expect(error.status).toBe(413);
    expect(error.detail).toContain("1000");
  });
});
