import { describe, expect, it } from "vitest";
import { ERROR_CATALOGUE, type ScimErrorCode } from "./catalogue.ts";
import { errorBody } from "./error-body.ts";
import { ScimError } from "./scim-error.ts";

const codes = Object.keys(ERROR_CATALOGUE).filter((code): code is ScimErrorCode => code in ERROR_CATALOGUE);

describe("errorBody", () => {
  it("has the standard's shape, with status as a string", () => {
    expect(errorBody(new ScimError("uniqueness", "userName is taken."))).toEqual({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: "409",
      scimType: "uniqueness",
      detail: "userName is taken.",
    });
  });

  it("keeps the cause to itself", () => {
    const error = new ScimError("internal", undefined, { cause: new Error("select secret") });
    expect(JSON.stringify(errorBody(error))).not.toContain("secret");
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("leaves scimType out where the standard has none", () => {
    expect(errorBody(new ScimError("notFound"))).not.toHaveProperty("scimType");
  });

  it.each(codes)("%s is a failure with a text", (code) => {
    const error = new ScimError(code);
    expect(error.status).toBeGreaterThanOrEqual(400);
    expect(error.detail).toMatch(/^[A-Z].*\.$/u);
    expect(error.message).toBe(error.detail);
  });

  // RFC 7644 §3.12, table 9.
  it.each([
    ["invalidFilter", 400],
    ["tooMany", 400],
    ["uniqueness", 409],
    ["mutability", 400],
    ["invalidSyntax", 400],
    ["invalidPath", 400],
    ["noTarget", 400],
    ["invalidValue", 400],
    ["invalidVers", 400],
    ["sensitive", 403],
  ] as const)("%s has status %i", (scimType, status) => {
    expect(new ScimError(scimType)).toMatchObject({ status, scimType });
  });
});
