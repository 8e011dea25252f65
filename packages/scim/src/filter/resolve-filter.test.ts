import { describe, expect, it } from "vitest";
import { userType } from "../schema/standard-types.ts";
import { scimErrorOf } from "../testing/scim-error-of.ts";
import { parseFilter } from "./parse-filter.ts";
import { resolveFilter } from "./resolve-filter.ts";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

function resolve(text: string) {
  return resolveFilter(userType, parseFilter(text));
}

describe("resolveFilter", () => {
  it.each([
    ['USERNAME eq "a"', "userName", ["userName"]],
    ['id eq "a"', "id", ["id"]],
    ['name.FAMILYname eq "a"', "name.familyName", ["name", "familyName"]],
    ['emails eq "a"', "emails.value", ["emails", "value"]],
    ['emails.type eq "a"', "emails.type", ["emails", "type"]],
    ['schemas eq "a"', "schemas", ["schemas"]],
    ['URN:ietf:params:scim:schemas:core:2.0:user:userName eq "a"', "userName", ["userName"]],
    [`${ENTERPRISE}:department eq "a"`, `${ENTERPRISE}:department`, [ENTERPRISE, "department"]],
    [`${ENTERPRISE}:manager eq "a"`, `${ENTERPRISE}:manager.value`, [ENTERPRISE, "manager", "value"]],
    [
      `${ENTERPRISE.toLowerCase()}:manager.value eq "a"`,
      `${ENTERPRISE}:manager.value`,
      [ENTERPRISE, "manager", "value"],
    ],
  ])("resolves %s", (text, path, keys) => {
    expect(resolve(text)).toMatchObject({ kind: "comparison", path, attribute: { keys }, operator: "eq", value: "a" });
  });

  it.each([
    ['name.familyName eq "a"', { type: "string", multiValued: false }],
    ['emails.value eq "a"', { type: "string", multiValued: true }],
    ["emails.primary eq true", { type: "boolean", multiValued: true }],
    ['schemas eq "a"', { type: "reference", multiValued: true }],
    ["meta.created pr", { type: "dateTime", multiValued: false }],
  ])("says what the attribute of %s is", (text, attribute) => {
    expect(resolve(text)).toMatchObject({ attribute });
  });

  it.each([
    ['userName eq "a"', false],
    ['externalId eq "a"', true],
    ['id eq "a"', true],
    ['profileUrl eq "a"', true],
  ])("knows the case rule of %s", (text, caseExact) => {
    expect(resolve(text)).toMatchObject({ attribute: { caseExact } });
  });

  it.each([
    ['active eq "False"', false],
    ["active ne true", true],
    ["title eq null", null],
    ['meta.lastModified gt "2024-01-31T08:00:00+02:00"', "2024-01-31T06:00:00.000Z"],
  ])("gives the literal of %s its type", (text, value) => {
    expect(resolve(text)).toMatchObject({ value });
  });

  it("names the parts of a value path in full and finds them from the element", () => {
    expect(resolve('emails[TYPE eq "work" or not (primary pr)]')).toEqual({
      kind: "valuePath",
      path: "emails",
      attribute: { type: "complex", caseExact: false, multiValued: true, keys: ["emails"] },
      filter: {
        kind: "or",
        filters: [
          {
            kind: "comparison",
            path: "emails.type",
            attribute: { type: "string", caseExact: false, multiValued: false, keys: ["type"] },
            operator: "eq",
            value: "work",
          },
          {
            kind: "not",
            filter: {
              kind: "present",
              path: "emails.primary",
              attribute: { type: "boolean", caseExact: false, multiValued: false, keys: ["primary"] },
            },
          },
        ],
      },
    });
  });

  it.each([
    ['shoeSize eq "4"', '"shoeSize"'],
    ['name.nick eq "4"', '"name.nick"'],
    ['urn:x:y:title eq "a"', '"urn:x:y:title"'],
    ["constructor pr", '"constructor"'],
    ['password eq "secret"', '"password"'],
    ["password pr", '"password"'],
    ['name eq "a"', "name is complex"],
    ['addresses eq "a"', "addresses is complex"],
    ['userName[value eq "a"]', "userName has no parts"],
    ['emails[userName eq "a"]', '"userName"'],
    ['emails[urn:x:value eq "a"]', '"urn:x:value"'],
    ["userName eq true", "userName is compared with a value of another type"],
    ["userName eq 1", "userName is compared with a value of another type"],
    ['active eq "maybe"', "active is compared with a value of another type"],
    ["active gt true", "active cannot be compared by gt"],
    ['active co "t"', "active cannot be compared by co"],
    ["userName gt null", "userName cannot be compared by gt"],
    ['x509Certificates.value gt "a"', "x509Certificates.value cannot be compared by gt"],
    ['meta.created eq "yesterday"', "meta.created is compared with a value of another type"],
  ])("refuses %s", (text, detail) => {
    const error = scimErrorOf(() => resolve(text));
    expect(error).toMatchObject({ status: 400, scimType: "invalidFilter" });
    expect(error.detail).toContain(detail);
  });

  it("never repeats much of a request in an error", () => {
    expect(scimErrorOf(() => resolve(`${"x".repeat(10_000)} pr`)).detail.length).toBeLessThan(150);
  });
});
