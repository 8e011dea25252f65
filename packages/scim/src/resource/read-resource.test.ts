import { describe, expect, it } from "vitest";
import { parseJson } from "../json/parse-json.ts";
import type { JsonValue } from "../json/json-value.ts";
import { groupType, userType } from "../schema/standard-types.ts";
import { scimErrorOf } from "../testing/scim-error-of.ts";
import { readResource } from "./read-resource.ts";
import { MAX_BINARY_LENGTH, MAX_STRING_LENGTH } from "./read-scalar.ts";

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** What a user with these attributes besides userName is read as, without schemas and userName. */
function read(attributes: Record<string, JsonValue>): unknown {
  const { schemas: _schemas, userName: _userName, ...rest } = readResource(userType, { userName: "u", ...attributes });
  return rest;
}

describe("readResource", () => {
  it("brings names into the schema's spelling and leaves values alone", () => {
    expect(readResource(userType, { USERNAME: "Ada@Example.COM", Name: { GIVENNAME: " Ada " } })).toEqual({
      schemas: [USER],
      userName: "Ada@Example.COM",
      name: { givenName: " Ada " },
    });
  });

  it("computes schemas from what is there", () => {
    const body = {
      schemas: ["urn:scim:schemas:core:1.0"],
      userName: "u",
      [ENTERPRISE.toLowerCase()]: { division: "D" },
    };
    expect(readResource(userType, body)).toEqual({
      schemas: [USER, ENTERPRISE],
      userName: "u",
      [ENTERPRISE]: { division: "D" },
    });
  });

  it.each<[string, Record<string, JsonValue>]>([
    ["read-only attributes", { id: "1", meta: { version: "W/1" }, groups: [{ value: "g" }] }],
    ["unknown attributes", { tenantId: "t", isAdmin: true, name: { shoeSize: 4 } }],
    ["unknown schemas", { "urn:okta:custom:user:1.0": { description: "x" } }],
    ["keys of the prototype", { constructor: { prototype: { x: 1 } }, toString: "x" }],
    ["what is unassigned", { title: null, emails: [], name: {}, roles: [{}], [ENTERPRISE]: { manager: null } }],
    ["passwords", { password: "secret" }],
  ])("drops %s", (_what, attributes) => {
    expect(read(attributes)).toEqual({});
  });

  it("drops __proto__ and leaves every object's prototype alone", () => {
    const user = readResource(
      userType,
      parseJson('{"userName":"u","__proto__":{"polluted":1},"name":{"__proto__":{"polluted":1}}}'),
    );
    expect(Object.keys(user)).toEqual(["schemas", "userName"]);
    expect(Object.getPrototypeOf(user)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("polluted");
  });

  it.each<[Record<string, JsonValue>, Record<string, JsonValue>]>([
    [{ active: "True" }, { active: true }],
    [{ active: "false" }, { active: false }],
    [{ emails: { value: "a@b", primary: "true" } }, { emails: [{ value: "a@b", primary: true }] }],
    [{ emails: ["a@b"] }, { emails: [{ value: "a@b" }] }],
    [{ roles: "admin" }, { roles: [{ value: "admin" }] }],
    [{ [ENTERPRISE]: { manager: "m1" } }, { [ENTERPRISE]: { manager: { value: "m1" } } }],
    [{ [ENTERPRISE]: { manager: [{ value: "m1", $ref: null }] } }, { [ENTERPRISE]: { manager: { value: "m1" } } }],
    [{ [ENTERPRISE]: { manager: "" } }, {}],
    [{ title: "" }, { title: "" }],
    [{ x509Certificates: [{ value: "MIIDQzCC\nAqygAw==" }] }, { x509Certificates: [{ value: "MIIDQzCC\nAqygAw==" }] }],
    [{ photos: [{ value: "data:image/png;base64,AA==" }] }, { photos: [{ value: "data:image/png;base64,AA==" }] }],
  ])("reads %j as %j", (attributes, expected) => {
    expect(read(attributes)).toEqual(expected);
  });

  it.each<[JsonValue, string]>([
    [{}, "userName is required."],
    [{ userName: "" }, "userName is required."],
    [{ userName: "  " }, "userName is required."],
    [{ userName: null }, "userName is required."],
    [{ userName: 1 }, "userName must be a string."],
    [{ userName: ["u"] }, "userName must be a single value."],
    [{ userName: { value: "u" } }, "userName must be a string."],
    [{ userName: "u", externalId: 1 }, "externalId must be a string."],
    [{ userName: "u", active: "maybe" }, "active must be true or false."],
    [{ userName: "u", active: 0 }, "active must be true or false."],
    [{ userName: "u", name: "Ada" }, "name must be an object."],
    [{ userName: "u", name: [{ givenName: "A" }, { givenName: "B" }] }, "name must be a single value."],
    [{ userName: "u", emails: [1] }, "emails must be an object."],
    [{ userName: "u", emails: [[["a@b"]]] }, "emails must be a single value."],
    [{ userName: "u", emails: [{ value: 1 }] }, "emails.value must be a string."],
    [{ userName: "u", [ENTERPRISE]: { manager: { value: 1 } } }, `${ENTERPRISE}:manager.value must be a string.`],
    [{ userName: "u", x509Certificates: ["<pem>"] }, "x509Certificates.value must be a Base64 string."],
    [
      {
        userName: "u",
        emails: [
          { value: "a", primary: true },
          { value: "b", primary: "True" },
        ],
      },
      "emails has more than one primary value.",
    ],
    [{ userName: "u", schemas: USER }, "schemas must be an array of strings."],
    [{ userName: "u", schemas: [1] }, "schemas must be an array of strings."],
  ])("refuses %j", (body, detail) => {
    expect(scimErrorOf(() => readResource(userType, body))).toMatchObject({
      status: 400,
      scimType: "invalidValue",
      detail,
    });
  });

  it.each<[JsonValue]>([[null], [[]], ["u"], [{ userName: "a", USERNAME: "b" }]])(
    "takes %j for no resource",
    (body) => {
      expect(scimErrorOf(() => readResource(userType, body)).scimType).toBe("invalidSyntax");
    },
  );

  it("reads a group, whatever the members' shape", () => {
    expect(
      readResource(groupType, {
        displayName: "Staff",
        members: [
          { value: "1", display: null, type: "User" },
          "2",
          { value: "3", display: "ignored", $ref: "../Users/3" },
        ],
      }),
    ).toEqual({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
      displayName: "Staff",
      members: [{ value: "1", type: "User" }, { value: "2" }, { value: "3", $ref: "../Users/3" }],
    });
  });

  it("refuses a group without name and one with too many members", () => {
    expect(scimErrorOf(() => readResource(groupType, { members: [] })).detail).toBe("displayName is required.");
    const members = Array.from({ length: 100_001 }, () => "u");
    expect(scimErrorOf(() => readResource(groupType, { displayName: "g", members })).status).toBe(413);
  });

  it.each([
    ["title", MAX_STRING_LENGTH, (text: string) => ({ title: text })],
    ["name.givenName", MAX_STRING_LENGTH, (text: string) => ({ name: { givenName: text } })],
    ["emails.value", MAX_STRING_LENGTH, (text: string) => ({ emails: [{ value: text }] })],
    ["password", MAX_STRING_LENGTH, (text: string) => ({ password: text })],
    ["photos.value", MAX_BINARY_LENGTH, (text: string) => ({ photos: [{ value: text }] })],
    ["x509Certificates.value", MAX_BINARY_LENGTH, (text: string) => ({ x509Certificates: [{ value: text }] })],
  ])("takes %s of %i characters and no more", (path, limit, write) => {
    const read = (length: number) => readResource(userType, { userName: "ada", ...write("A".repeat(length)) });
    expect(read(limit).userName).toBe("ada");
    expect(scimErrorOf(() => read(limit + 1))).toMatchObject({
      scimType: "invalidValue",
      detail: `${path} is longer than ${limit} characters.`,
    });
  });

  it("reads a long certificate in one pass, whatever it ends with", () => {
    const value = `${" ".repeat(MAX_BINARY_LENGTH - 1)}!`;
    const body = { userName: "ada", x509Certificates: [{ value }] };
    expect(scimErrorOf(() => readResource(userType, body)).detail).toBe(
      "x509Certificates.value must be a Base64 string.",
    );
  });
});
