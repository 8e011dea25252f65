import {
  extendResourceType,
  groupType,
  type JsonObject,
  type JsonValue,
  readResource,
  SCHEMA_ENTERPRISE_USER,
  type SchemaDefinition,
  userType,
} from "@rollcall/scim";

/** An attribute of each type, and of each that can be changed only in some ways. */
const badgeSchema = {
  id: "urn:example:1.0:User",
  name: "Badge",
  description: "An extension.",
  attributes: [
    { name: "text", description: "Text.", caseExact: true },
    { name: "flag", description: "A boolean.", type: "boolean" },
    { name: "whole", description: "An integer.", type: "integer" },
    { name: "fraction", description: "A decimal.", type: "decimal" },
    { name: "since", description: "A point in time.", type: "dateTime" },
    { name: "bytes", description: "Binary.", type: "binary" },
    { name: "tags", description: "Texts.", multiValued: true },
    { name: "numbers", description: "Integers.", type: "integer", multiValued: true },
    { name: "fixed", description: "Set once.", mutability: "immutable" },
    { name: "secret", description: "Never shown.", mutability: "writeOnly", returned: "never" },
    {
      name: "keys",
      description: "Complex values without a value of their own.",
      type: "complex",
      multiValued: true,
      subAttributes: [
        { name: "door", description: "Which.", required: true },
        { name: "until", description: "Until when.", type: "dateTime" },
      ],
    },
  ],
} as const satisfies SchemaDefinition;

export const BADGE = badgeSchema.id;
export const richUserType = extendResourceType(userType, [{ schema: badgeSchema, required: false }]);

export const sampleUser = deepFreeze(
  readResource(richUserType, {
    userName: "Ada",
    active: true,
    title: "",
    name: { givenName: "Ada", familyName: "Straße" },
    emails: [
      { value: "Ada@x.io", type: "work", primary: true },
      { value: "ada@y.io", type: "home" },
      { value: "z@z.io" },
    ],
    addresses: [{ type: "work", country: "NO" }, { locality: "\u{1f600}" }],
    roles: ["admin", { value: "dev", display: "\uff21" }],
    [SCHEMA_ENTERPRISE_USER]: { department: "R&D", manager: { value: "m1" } },
    [BADGE]: {
      text: "Ab",
      flag: false,
      whole: -7,
      fraction: 0.5,
      since: "2024-01-31T08:00:00+01:00",
      bytes: "QUI=",
      tags: ["a", "B"],
      numbers: [1, 2, 2],
      fixed: "x",
      keys: [{ door: "front", until: "2030-01-01T00:00:00Z" }, { door: "back" }],
    },
  }),
);
const bareUser = deepFreeze(readResource(richUserType, { userName: "bob" }));
export const sampleUsers = [sampleUser, bareUser];
export const sampleGroup = deepFreeze(
  readResource(groupType, { displayName: "Staff", members: [{ value: "u1", type: "User" }, { value: "u2" }, "g1"] }),
);

/** Whoever changes it is found out: in strict mode that throws. */
export function deepFreeze<TValue>(value: TValue): TValue {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

export function asJson(resource: object): JsonObject {
  const json: Record<string, JsonValue> = { ...resource };
  return json;
}
