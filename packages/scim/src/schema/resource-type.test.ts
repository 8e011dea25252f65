import { describe, expect, expectTypeOf, it } from "vitest";
import { readResource } from "../resource/read-resource.ts";
import type { JsonObject } from "../json/json-value.ts";
import { findAttribute } from "./attribute.ts";
import { extendResourceType } from "./extend-resource-type.ts";
import { compileResourceType } from "./resource-type.ts";
import { groupType, type ScimGroup, type ScimUser, userType } from "./standard-types.ts";
import { userSchema } from "./user-schema.ts";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const badgeSchema = {
  id: "urn:example:badges:1.0:User",
  name: "Badges",
  description: "Badges of a person.",
  attributes: [
    { name: "tags", description: "Free words.", multiValued: true },
    { name: "level", description: "A number.", type: "integer", required: true },
    { name: "constructor", description: "A name that objects inherit." },
  ],
} as const;

const badgeType = compileResourceType({
  name: "User",
  description: "People.",
  endpoint: "/Users",
  schema: userSchema,
  extensions: [{ schema: badgeSchema, required: true }],
} as const);

describe("extendResourceType", () => {
  it("adds extensions to a compiled type and leaves that as it is", () => {
    const type = extendResourceType(userType, [{ schema: badgeSchema, required: true }]);
    expect(type.extensions.map(({ name }) => name)).toEqual([ENTERPRISE, badgeSchema.id]);
    expect(type.definition.extensions).toHaveLength(2);
    expect(findAttribute(type.attributes, badgeSchema.id.toUpperCase())).toMatchObject({ required: true });
    expect(findAttribute(type.attributes, "userName")).toBe(findAttribute(userType.attributes, "userName"));
    expect(findAttribute(userType.attributes, badgeSchema.id)).toBeUndefined();
    const resource: JsonObject = readResource(type, { userName: "ada", [badgeSchema.id]: { level: 1 } });
    expect(resource[badgeSchema.id]).toEqual({ level: 1 });
    expect(() => extendResourceType(userType, [{ schema: { ...badgeSchema, id: "badges" }, required: false }])).toThrow(
      TypeError,
    );
  });
});

describe("compileResourceType", () => {
  it("fills in the defaults of the standard", () => {
    expect(findAttribute(userType.attributes, "NICKNAME")).toMatchObject({
      name: "nickName",
      path: "nickName",
      type: "string",
      multiValued: false,
      required: false,
      caseExact: false,
      mutability: "readWrite",
      returned: "default",
    });
  });

  it("names attributes by their full paths", () => {
    const manager = findAttribute(userType.attributes, ENTERPRISE)?.attributes.get("manager");
    expect(manager?.path).toBe(`${ENTERPRISE}:manager`);
    expect(manager?.attributes.get("value")?.path).toBe(`${ENTERPRISE}:manager.value`);
    expect(findAttribute(userType.attributes, "emails")?.attributes.get("value")?.path).toBe("emails.value");
  });

  it.each([
    ["id", { returned: "always", mutability: "readOnly", caseExact: true }],
    ["externalId", { returned: "default", mutability: "readWrite", caseExact: true }],
    ["userName", { returned: "default", mutability: "readWrite", caseExact: false }],
    ["password", { returned: "never", mutability: "writeOnly", caseExact: false }],
    ["groups", { returned: "default", mutability: "readOnly", caseExact: false }],
    ["profileUrl", { returned: "default", mutability: "readWrite", caseExact: true }],
  ])("knows the characteristics of %s", (name, characteristics) => {
    expect(findAttribute(userType.attributes, name)).toMatchObject(characteristics);
  });

  it("takes further extensions without touching the standard's types", () => {
    expect(
      readResource(badgeType, {
        userName: "a",
        "urn:example:badges:1.0:user": { TAGS: ["x", "y"], level: 3, constructor: "C" },
      }),
    ).toEqual({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:example:badges:1.0:User"],
      userName: "a",
      "urn:example:badges:1.0:User": { tags: ["x", "y"], level: 3, constructor: "C" },
    });
    expect(userType.extensions.map(({ name }) => name)).toEqual([ENTERPRISE]);
  });

  it.each([
    [{ userName: "a" }, "urn:example:badges:1.0:User is required."],
    [
      { userName: "a", "urn:example:badges:1.0:User": { tags: ["x"] } },
      "urn:example:badges:1.0:User:level is required.",
    ],
  ])("demands what an extension requires in %j", (body, detail) => {
    expect(() => readResource(badgeType, body)).toThrow(detail);
  });

  it.each(["__proto__", "a.b", "1a", ""])("refuses the attribute name %j", (name) => {
    const schema = { id: "urn:x:y", name: "X", description: "", attributes: [{ name, description: "" }] };
    const definition = { name: "X", description: "", endpoint: "/X", schema, extensions: [] };
    expect(() => compileResourceType(definition)).toThrow(TypeError);
  });

  it("refuses names that occur twice and schemas without URN", () => {
    const twice = [
      { name: "a", description: "" },
      { name: "A", description: "" },
    ];
    const schema = { id: "urn:x:y", name: "X", description: "", attributes: twice };
    const base = { name: "X", description: "", endpoint: "/X" };
    expect(() => compileResourceType({ ...base, schema, extensions: [] })).toThrow("defined twice");
    const extension = { schema: { ...badgeSchema, id: "badges" }, required: false };
    expect(() => compileResourceType({ ...base, schema: userSchema, extensions: [extension] })).toThrow("not a URN");
  });
});

describe("the resources' types", () => {
  it("follow from the schemas", () => {
    expectTypeOf<ScimUser["userName"]>().toEqualTypeOf<string>();
    expectTypeOf<ScimUser["active"]>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<NonNullable<ScimUser["name"]>["familyName"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<NonNullable<ScimUser["emails"]>[number]["primary"]>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<NonNullable<ScimUser[typeof ENTERPRISE]>["department"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<ScimUser["schemas"]>().toEqualTypeOf<string[]>();
    expectTypeOf<ScimGroup["displayName"]>().toEqualTypeOf<string>();
    expectTypeOf<ScimUser>().toExtend<JsonObject>();
    expectTypeOf<ScimUser>().not.toHaveProperty("password");
  });

  it("tell one type's resources from another's", () => {
    expectTypeOf(userType).not.toExtend<typeof groupType>();
    const badges = readResource(badgeType, { userName: "a", [badgeSchema.id]: { level: 1 } });
    expectTypeOf(badges[badgeSchema.id]?.level).toEqualTypeOf<number | undefined>();
    expect(badges[badgeSchema.id]?.level).toBe(1);
  });
});
