import { describe, expect, it } from "vitest";
import { jsonEqual } from "../json/json-equal.ts";
import type { JsonValue } from "../json/json-value.ts";
import { groupType, type ScimUser, userType } from "../schema/standard-types.ts";
import { scimErrorOf } from "../testing/scim-error-of.ts";
import { applyPatch } from "./apply-patch.ts";
import type { PatchOperation } from "./patch-operation.ts";

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const ada: ScimUser = {
  schemas: [USER, ENTERPRISE],
  id: "7c0e",
  externalId: "00uA",
  userName: "ada@example.com",
  name: { givenName: "Ada", familyName: "Lovelace" },
  active: true,
  emails: [
    { value: "Ada@work.example", type: "work", primary: true },
    { value: "ada@home.example", type: "home" },
  ],
  groups: [{ value: "g1", display: "Staff" }],
  meta: { resourceType: "User", version: 'W/"1"' },
  [ENTERPRISE]: { department: "Engines", manager: { value: "m1", displayName: "Charles" } },
};

const [work, home] = [
  { value: "Ada@work.example", type: "work", primary: true },
  { value: "ada@home.example", type: "home" },
];
const secondaryWork = { ...work, primary: false };

/** What Ada is after the operations, as far as she differs from what she was. */
function changed(...operations: PatchOperation[]): Record<string, JsonValue | undefined> {
  const before: Record<string, JsonValue> = { ...ada };
  const after: Record<string, JsonValue> = { ...applyPatch(userType, ada, operations) };
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const differing = [...names].filter((name) => !jsonEqual(before[name], after[name]));
  return Object.fromEntries(differing.map((name) => [name, after[name]]));
}

describe("applyPatch", () => {
  it.each<[string, PatchOperation, Record<string, JsonValue | undefined>]>([
    ["a single value", { op: "replace", path: "userName", value: "New@Example.com" }, { userName: "New@Example.com" }],
    ["a new single value", { op: "add", path: "title", value: "Countess" }, { title: "Countess" }],
    ["an existing single value", { op: "add", path: "externalId", value: "x" }, { externalId: "x" }],
    ["an absent single value", { op: "replace", path: "title", value: "Countess" }, { title: "Countess" }],
    ["a value to null", { op: "replace", path: "externalId", value: null }, { externalId: undefined }],
    [
      "a sub-attribute",
      { op: "replace", path: "name.givenName", value: "A" },
      { name: { givenName: "A", familyName: "Lovelace" } },
    ],
    [
      "a part of a complex value",
      { op: "replace", path: "name", value: { GIVENNAME: "A" } },
      { name: { givenName: "A", familyName: "Lovelace" } },
    ],
    [
      "a part to null",
      { op: "replace", value: { name: { givenName: null, middleName: "K" } } },
      { name: { familyName: "Lovelace", middleName: "K" } },
    ],
    ["a whole list", { op: "replace", path: "emails", value: [{ value: "x@y" }] }, { emails: [{ value: "x@y" }] }],
    ["a list to []", { op: "replace", path: "emails", value: [] }, { emails: undefined }],
    ["an attribute by its URN", { op: "replace", path: `${USER}:active`, value: false }, { active: false }],
    [
      "an extension attribute",
      { op: "replace", path: `${ENTERPRISE}:department`, value: "X" },
      { [ENTERPRISE]: { department: "X", manager: { value: "m1", displayName: "Charles" } } },
    ],
    [
      "an extension as a whole",
      { op: "add", path: ENTERPRISE, value: { division: "D" } },
      { [ENTERPRISE]: { department: "Engines", manager: { value: "m1", displayName: "Charles" }, division: "D" } },
    ],
    ["several without path", { op: "replace", value: { active: false, title: "T" } }, { active: false, title: "T" }],
    ["what stands under the core URN", { op: "replace", value: { [USER]: { active: false } } }, { active: false }],
  ])("sets %s", (_what, operation, expected) => {
    expect(changed(operation)).toEqual(expected);
  });

  it.each<[string, PatchOperation, Record<string, JsonValue | undefined>]>([
    [
      "a value that is new",
      { op: "add", path: "emails", value: [{ value: "c@d" }] },
      { emails: [work, home, { value: "c@d" }] },
    ],
    [
      "a value in no list",
      { op: "add", value: { emails: { value: "c@d" } } },
      { emails: [work, home, { value: "c@d" }] },
    ],
    ["nothing twice", { op: "add", path: "emails", value: [home, { value: "ADA@work.example", type: "Work" }] }, {}],
    ["nothing that only lacks its type", { op: "add", path: "emails", value: [{ value: "ada@home.example" }] }, {}],
    [
      "a value again with another type",
      { op: "add", path: "emails", value: [{ value: "ada@home.example", type: "other" }] },
      { emails: [work, home, { value: "ada@home.example", type: "other" }] },
    ],
    [
      "what is missing to a value that is there",
      { op: "add", path: "emails", value: [{ ...home, display: "Home" }] },
      { emails: [work, { ...home, display: "Home" }] },
    ],
    [
      "a new primary value",
      { op: "add", path: "emails", value: [{ value: "c@d", primary: true }] },
      { emails: [secondaryWork, home, { value: "c@d", primary: true }] },
    ],
    [
      "the primary mark",
      { op: "add", path: "emails", value: [{ ...home, primary: "True" }] },
      { emails: [secondaryWork, { ...home, primary: true }] },
    ],
    ["nothing", { op: "add", path: "emails", value: [] }, {}],
  ])("adds %s", (_what, operation, expected) => {
    expect(changed(operation)).toEqual(expected);
  });

  it.each<[string, PatchOperation, Record<string, JsonValue | undefined>]>([
    [
      "a part of one",
      { op: "replace", path: 'emails[type eq "HOME"].value', value: "n@h" },
      { emails: [work, { ...home, value: "n@h" }] },
    ],
    [
      "the primary mark of one",
      { op: "replace", path: 'emails[type eq "home"].primary', value: true },
      { emails: [secondaryWork, { ...home, primary: true }] },
    ],
    [
      "one as a whole",
      { op: "replace", path: 'emails[type eq "home"]', value: { value: "n@h" } },
      { emails: [work, { value: "n@h" }] },
    ],
    [
      "one by adding to it",
      { op: "add", path: 'emails[type eq "home"]', value: { display: "H" } },
      { emails: [work, { ...home, display: "H" }] },
    ],
    [
      "every one",
      { op: "replace", path: "emails.display", value: "D" },
      {
        emails: [
          { ...work, display: "D" },
          { ...home, display: "D" },
        ],
      },
    ],
    [
      "one that has to be made",
      { op: "replace", path: 'emails[type eq "other"].value', value: "o@o" },
      { emails: [work, home, { type: "other", value: "o@o" }] },
    ],
    [
      "one that has to be made as a whole",
      { op: "add", path: 'emails[type eq "other" and primary eq true]', value: { value: "o@o" } },
      { emails: [secondaryWork, home, { type: "other", primary: true, value: "o@o" }] },
    ],
    ["the first there is", { op: "add", path: "phoneNumbers.value", value: "1" }, { phoneNumbers: [{ value: "1" }] }],
    ["none by null", { op: "replace", path: 'emails[type eq "other"].value', value: null }, {}],
    ["none by a part set to null", { op: "replace", path: 'emails[type eq "other"].display', value: null }, {}],
    ["none by a whole set to null", { op: "add", path: 'emails[type eq "other"]', value: null }, {}],
    [
      "one that the filter says all of",
      { op: "add", path: 'roles[value eq "admin"].value', value: "admin" },
      { roles: [{ value: "admin" }] },
    ],
  ])("changes %s of several", (_what, operation, expected) => {
    expect(changed(operation)).toEqual(expected);
  });

  it.each<[string, PatchOperation, Record<string, JsonValue | undefined>]>([
    ["a single value", { op: "remove", path: "externalId" }, { externalId: undefined }],
    ["a part", { op: "remove", path: "name.givenName" }, { name: { familyName: "Lovelace" } }],
    ["a list", { op: "remove", path: "emails" }, { emails: undefined }],
    ["what a filter selects", { op: "remove", path: 'emails[type eq "work"]' }, { emails: [home] }],
    [
      "a part of what a filter selects",
      { op: "remove", path: 'emails[type eq "work"].primary' },
      { emails: [{ value: "Ada@work.example", type: "work" }, home] },
    ],
    ["an element by its value", { op: "remove", path: 'emails[type eq "work"].value' }, { emails: [home] }],
    [
      "what is listed",
      { op: "remove", path: "emails", value: [{ value: "ADA@WORK.example" }, { value: "nobody" }] },
      { emails: [home] },
    ],
    ["nothing where the list is empty", { op: "remove", path: "emails", value: [] }, {}],
    ["nothing where nothing matches", { op: "remove", path: 'emails[type eq "other"]' }, {}],
    ["nothing where nothing is", { op: "remove", path: "title" }, {}],
    ["an extension with its URN", { op: "remove", path: ENTERPRISE }, { schemas: [USER], [ENTERPRISE]: undefined }],
  ])("removes %s", (_what, operation, expected) => {
    expect(changed(operation)).toEqual(expected);
  });

  it.each<[string, Record<string, JsonValue>]>([
    ["read-only attributes", { id: "other", groups: [], meta: { version: "2" }, schemas: [] }],
    ["unknown attributes and schemas", { shoeSize: 4, "urn:x:y:z": { a: 1 }, "urn:x:2.0:z:a.b": 1, constructor: 1 }],
    ["a password", { password: "secret" }],
    ["an empty object", { name: {} }],
  ])("ignores %s in a path-less value", (_what, value) => {
    expect(changed({ op: "replace", value })).toEqual({});
    expect(changed({ op: "add", value })).toEqual({});
  });

  it("takes a password by path and keeps it nowhere", () => {
    expect(changed({ op: "replace", path: "password", value: "secret" })).toEqual({});
    expect(scimErrorOf(() => changed({ op: "replace", path: "password", value: 1 })).scimType).toBe("invalidValue");
  });

  it.each<[PatchOperation, string]>([
    [{ op: "replace", path: "id", value: "x" }, "mutability"],
    [{ op: "add", path: "groups", value: [{ value: "g2" }] }, "mutability"],
    [{ op: "remove", path: 'groups[value eq "g1"]' }, "mutability"],
    [{ op: "replace", path: "meta.version", value: "x" }, "mutability"],
    [{ op: "replace", path: "schemas", value: [] }, "mutability"],
    [{ op: "replace", path: "meta.version", value: "x" }, "mutability"],
    [{ op: "replace", path: "shoeSize", value: 1 }, "invalidPath"],
    [{ op: "replace", value: { "userName.foo": 1 } }, "invalidPath"],
    [{ op: "replace", value: { "toString.x": 1 } }, "invalidPath"],
    [{ op: "replace", value: { "__proto__.x": 1 } }, "invalidPath"],
    [{ op: "replace", value: { "constructor.prototype.x": 1 } }, "invalidPath"],
    [{ op: "replace", value: { "__proto__[primary eq true].x": 1 } }, "invalidPath"],
    [{ op: "replace", value: { [`${USER}:toString.x`]: 1 } }, "invalidPath"],
    [{ op: "replace", path: 'emails[shoeSize eq "1"].value', value: "x" }, "invalidFilter"],
    [{ op: "replace", path: 'emails[type sw "x"].value', value: "x" }, "noTarget"],
    [{ op: "add", path: 'emails[type eq "a" and type eq "b"].value', value: "x" }, "noTarget"],
    [{ op: "replace", path: 'emails[type eq "a" or type eq "b"].value', value: "x" }, "noTarget"],
    [{ op: "replace", path: "active", value: "maybe" }, "invalidValue"],
    [{ op: "replace", path: "active", value: 0 }, "invalidValue"],
    [{ op: "replace", path: "active", value: null }, "invalidValue"],
    [{ op: "replace", value: { active: null } }, "invalidValue"],
    [{ op: "add", value: { active: "maybe" } }, "invalidValue"],
    [{ op: "replace", path: 'emails[type eq "work"].primary', value: "junk" }, "invalidValue"],
    [
      {
        op: "replace",
        path: "emails",
        value: [
          { primary: true, value: "a" },
          { primary: true, value: "b" },
        ],
      },
      "invalidValue",
    ],
    [{ op: "remove", path: "userName" }, "invalidValue"],
    [{ op: "replace", path: "userName", value: "" }, "invalidValue"],
    [{ op: "replace", path: "userName", value: null }, "invalidValue"],
    [{ op: "replace", path: "name", value: "Ada" }, "invalidValue"],
    [{ op: "replace", value: "x" }, "invalidValue"],
    [{ op: "replace", path: "title" }, "invalidValue"],
    [{ op: "remove" }, "noTarget"],
  ])("refuses %j as %s", (operation, scimType) => {
    expect(scimErrorOf(() => changed(operation))).toMatchObject({ status: 400, scimType });
  });

  it("applies operations in order and judges the result", () => {
    expect(
      changed(
        { op: "remove", path: "userName" },
        { op: "add", path: 'phoneNumbers[type eq "work"].primary', value: "True" },
        { op: "add", path: 'phoneNumbers[type eq "work"].value', value: "1" },
        { op: "add", path: "userName", value: "b" },
      ),
    ).toEqual({ userName: "b", phoneNumbers: [{ type: "work", primary: true, value: "1" }] });
  });

  it("changes nothing at all if one operation fails", () => {
    const before = structuredClone(ada);
    const operations: PatchOperation[] = [
      { op: "replace", path: 'emails[type eq "work"].value', value: "x" },
      { op: "replace", path: "active", value: "maybe" },
    ];
    expect(scimErrorOf(() => applyPatch(userType, ada, operations)).scimType).toBe("invalidValue");
    expect(ada).toEqual(before);
  });

  it("returns an equal resource if there is nothing to do", () => {
    expect(applyPatch(userType, ada, [])).toEqual(ada);
  });

  it("keeps immutable parts of members", () => {
    const group = {
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
      displayName: "G",
      members: [{ value: "u1" }],
    };
    const path = 'members[value eq "u1"].value';
    expect(scimErrorOf(() => applyPatch(groupType, group, [{ op: "replace", path, value: "u2" }])).scimType).toBe(
      "mutability",
    );
    expect(applyPatch(groupType, group, [{ op: "replace", path, value: "u1" }])).toEqual(group);
  });

  it("refuses operations that multiply", () => {
    const emails = Array.from({ length: 2_000 }, (_, index) => ({ value: `${index}@x` }));
    const operations: PatchOperation[] = [
      { op: "replace", path: "emails", value: emails },
      ...Array.from({ length: 999 }, () => ({ op: "replace" as const, path: 'emails[type eq "x"].value', value: "y" })),
    ];
    expect(scimErrorOf(() => applyPatch(userType, ada, operations)).status).toBe(413);
  });
});
