import { describe, expect, it } from "vitest";
import { scimErrorOf } from "../testing/scim-error-of.ts";
import { listResponse } from "./list-response.ts";
import { readPage } from "./read-page.ts";

describe("listResponse", () => {
  it("has the standard's shape", () => {
    expect(listResponse({ resources: [{ id: "1" }], totalResults: 7, startIndex: 3, itemsPerPage: 1 })).toEqual({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
      totalResults: 7,
      startIndex: 3,
      itemsPerPage: 1,
      Resources: [{ id: "1" }],
    });
  });

  it("carries cursors in place of an index", () => {
    const response = listResponse({
      resources: [],
      totalResults: 0,
      itemsPerPage: 0,
      nextCursor: "n",
      previousCursor: "p",
    });
    expect(response).toMatchObject({ nextCursor: "n", previousCursor: "p", Resources: [] });
    expect(response).not.toHaveProperty("startIndex");
  });
});

describe("readPage", () => {
  it.each([
    [{}, { startIndex: 1, count: undefined }],
    [
      { startIndex: "101", count: "100" },
      { startIndex: 101, count: 100 },
    ],
    [
      { startIndex: "0", count: "0" },
      { startIndex: 1, count: 0 },
    ],
    [
      { startIndex: "-5", count: "-5" },
      { startIndex: 1, count: 0 },
    ],
    [
      { startIndex: "", count: " " },
      { startIndex: 1, count: undefined },
    ],
    [{ count: "9".repeat(400) }, { startIndex: 1, count: Number.MAX_SAFE_INTEGER }],
  ])("reads %j", (parameters, page) => {
    expect(readPage(parameters)).toEqual(page);
  });

  it.each([{ startIndex: "one" }, { count: "1.5" }, { count: "1e9" }, { count: "0x10" }, { count: "1,2" }])(
    "refuses %j",
    (parameters) => {
      expect(scimErrorOf(() => readPage(parameters))).toMatchObject({ status: 400, scimType: "invalidValue" });
    },
  );
});
