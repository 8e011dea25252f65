import { describe, expect, it } from "vitest";
import { userType } from "../schema/standard-types.ts";
import { readSearchRequest } from "./read-search-request.ts";
import { readSort } from "./read-sort.ts";

describe("readSort", () => {
  it("finds the attribute, whatever its spelling, and the value of a complex one", () => {
    expect(readSort(userType, { sortBy: "NAME.familyname", sortOrder: "Descending" })).toMatchObject({
      path: "name.familyName",
      descending: true,
      attribute: { keys: ["name", "familyName"], multiValued: false },
    });
    expect(readSort(userType, { sortBy: "emails" })).toMatchObject({
      path: "emails.value",
      descending: false,
      attribute: { multiValued: true },
    });
    const urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    expect(readSort(userType, { sortBy: `${urn}:department` })?.attribute.keys).toEqual([urn, "department"]);
    expect(readSort(userType, {})).toBeUndefined();
    expect(readSort(userType, { sortBy: " ", sortOrder: "ascending" })).toBeUndefined();
  });

  it.each([["nothing"], ["name"], ["password"], ["1;select"], ["__proto__"], ["userName."]])("refuses %s", (sortBy) => {
    expect(() => readSort(userType, { sortBy })).toThrow(expect.objectContaining({ scimType: "invalidValue" }));
  });

  it("refuses another order", () => {
    expect(() => readSort(userType, { sortBy: "id", sortOrder: "up" })).toThrow("ascending or descending");
  });
});

describe("readSearchRequest", () => {
  it("reads what a query string would say", () => {
    const body = {
      schemas: [],
      attributes: ["id", "userName"],
      FILTER: "id pr",
      startIndex: 1,
      count: "5",
      sortBy: null,
    };
    expect(Object.fromEntries(readSearchRequest(body))).toEqual({
      attributes: "id,userName",
      filter: "id pr",
      startIndex: "1",
      count: "5",
    });
  });

  it.each([[{ filter: 1 }], [{ attributes: [1] }], [{ count: true }], [{ cursor: {} }]])("refuses %j", (body) => {
    expect(() => readSearchRequest(body)).toThrow(expect.objectContaining({ scimType: "invalidValue" }));
  });

  it("refuses what is no object", () => {
    expect(() => readSearchRequest([])).toThrow(expect.objectContaining({ scimType: "invalidSyntax" }));
  });
});
