import type { JsonObject, JsonValue } from "@rollcall/scim";
import { beforeEach, describe, expect, it } from "vitest";
import { type Answer, idOf, type ScimClient } from "../scim-client.fixture.ts";
import { useFacade } from "./use-facade.fixture.ts";

const facade = useFacade();
let client: ScimClient;
let path: string;

const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const work = { value: "bj@work.example", type: "work", primary: true };
const home = { value: "bj@home.example", type: "home" };
const babs: JsonObject = {
  schemas: [core, enterprise],
  userName: "bjensen",
  externalId: "701984",
  title: "Guide",
  name: { givenName: "Barbara", familyName: "Jensen" },
  emails: [work, home],
  addresses: [
    { type: "work", streetAddress: "100 Universal City Plaza", country: "US" },
    { type: "home", streetAddress: "456 Hollywood Blvd", country: "US" },
  ],
  [enterprise]: { department: "Tours" },
};

beforeEach(async () => {
  client = await facade().newClient();
  path = `/Users/${idOf(await client.send("POST", "/Users", babs))}`;
});

function patch(...Operations: JsonObject[]): Promise<Answer> {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
  return client.send("PATCH", path, { schemas, Operations });
}

/** What the attributes named in `after` are once the operations are done; undefined for what is gone. */
type Change = readonly [string, JsonObject[], Record<string, JsonValue | undefined>];

const add: Change[] = [
  [
    "RFC 7644 §3.5.2.1 add without path",
    [{ op: "add", value: { nickName: "Babs", emails: [{ value: "c@d" }] } }],
    { nickName: "Babs", emails: [work, home, { value: "c@d" }] },
  ],
  [
    "RFC 7644 §3.5.2.1 add an attribute that is not there",
    [{ op: "add", path: "nickName", value: "Babs" }],
    { nickName: "Babs" },
  ],
  [
    "RFC 7644 §3.5.2.1 add to a single value replaces it",
    [{ op: "add", path: "title", value: "CTO" }],
    { title: "CTO" },
  ],
  [
    "RFC 7644 §3.5.2.1 add to a complex attribute adds sub-attributes",
    [{ op: "add", path: "name", value: { middleName: "J" } }],
    { name: { givenName: "Barbara", familyName: "Jensen", middleName: "J" } },
  ],
  [
    "RFC 7644 §3.5.2.1 add to a multi-valued attribute",
    [{ op: "add", path: "emails", value: [{ value: "c@d" }] }],
    { emails: [work, home, { value: "c@d" }] },
  ],
  [
    "RFC 7644 §3.5.2.1 add a value that is there already changes nothing",
    [
      { op: "add", path: "emails", value: [home] },
      { op: "add", path: "title", value: "Guide" },
    ],
    { emails: [work, home], title: "Guide" },
  ],
  [
    "RFC 7644 §3.5.2.1 add by the path of a sub-attribute",
    [{ op: "add", path: "name.honorificPrefix", value: "Ms." }],
    { name: { givenName: "Barbara", familyName: "Jensen", honorificPrefix: "Ms." } },
  ],
  [
    "RFC 7644 §3.5.2.1 add to a filtered value",
    [{ op: "add", path: 'emails[type eq "home"]', value: { display: "Home" } }],
    { emails: [work, { ...home, display: "Home" }] },
  ],
  [
    "RFC 7644 §3.5.2 a new primary value takes the mark from the old one",
    [{ op: "add", path: "emails", value: [{ value: "c@d", primary: true }] }],
    { emails: [{ ...work, primary: false }, home, { value: "c@d", primary: true }] },
  ],
];

const remove: Change[] = [
  ["RFC 7644 §3.5.2.2 remove a single value", [{ op: "remove", path: "title" }], { title: undefined }],
  [
    "RFC 7644 §3.5.2.2 remove a sub-attribute",
    [{ op: "remove", path: "name.givenName" }],
    { name: { familyName: "Jensen" } },
  ],
  ["RFC 7644 §3.5.2.2 remove all values", [{ op: "remove", path: "emails" }], { emails: undefined }],
  [
    "RFC 7644 §3.5.2.2 remove filtered values",
    [{ op: "remove", path: 'emails[type eq "work" and value ew "example"]' }],
    { emails: [home] },
  ],
  [
    "RFC 7644 §3.5.2.2 remove a sub-attribute of filtered values",
    [{ op: "remove", path: 'addresses[type eq "work"].country' }],
    {
      addresses: [
        { type: "work", streetAddress: "100 Universal City Plaza" },
        { type: "home", streetAddress: "456 Hollywood Blvd", country: "US" },
      ],
    },
  ],
  [
    "RFC 7644 §3.5.2.2 remove the last value of a filter leaves the attribute unassigned",
    [{ op: "remove", path: "emails[value pr]" }],
    { emails: undefined },
  ],
  [
    "RFC 7644 §3.5.2.2 remove what is not there",
    [{ op: "remove", path: "nickName" }],
    { nickName: undefined, title: "Guide" },
  ],
  [
    "RFC 7644 §3.5.2.2 remove an extension",
    [{ op: "remove", path: enterprise }],
    { [enterprise]: undefined, schemas: [core] },
  ],
];

const replace: Change[] = [
  [
    "RFC 7644 §3.5.2.3 replace without path",
    [{ op: "replace", value: { title: "CTO", emails: [home] } }],
    { title: "CTO", emails: [home] },
  ],
  ["RFC 7644 §3.5.2.3 replace a single value", [{ op: "replace", path: "title", value: "CTO" }], { title: "CTO" }],
  [
    "RFC 7644 §3.5.2.3 replace what is not there adds it",
    [{ op: "replace", path: "nickName", value: "Babs" }],
    { nickName: "Babs" },
  ],
  [
    "RFC 7644 §3.5.2.3 replace all values",
    [{ op: "replace", path: "emails", value: [{ value: "c@d" }] }],
    { emails: [{ value: "c@d" }] },
  ],
  [
    "RFC 7644 §3.5.2.3 replace sub-attributes of a complex attribute",
    [{ op: "replace", path: "name", value: { givenName: "Babs" } }],
    { name: { givenName: "Babs", familyName: "Jensen" } },
  ],
  [
    "RFC 7644 §3.5.2.3 replace filtered values",
    [{ op: "replace", path: 'emails[type eq "home"]', value: { value: "n@h", type: "home" } }],
    { emails: [work, { value: "n@h", type: "home" }] },
  ],
  [
    "RFC 7644 §3.5.2.3 replace a sub-attribute of filtered values",
    [{ op: "replace", path: 'addresses[country eq "US"].country', value: "CA" }],
    {
      addresses: [
        { type: "work", streetAddress: "100 Universal City Plaza", country: "CA" },
        { type: "home", streetAddress: "456 Hollywood Blvd", country: "CA" },
      ],
    },
  ],
  [
    "RFC 7644 §3.5.2.3 replace a filtered value that is not there makes it",
    [{ op: "replace", path: 'phoneNumbers[type eq "work"].value', value: "1" }],
    { phoneNumbers: [{ type: "work", value: "1" }] },
  ],
  [
    "RFC 7644 §3.10 an attribute by its full URN",
    [{ op: "replace", path: `${core}:name.familyName`, value: "J" }],
    { name: { givenName: "Barbara", familyName: "J" } },
  ],
  [
    "RFC 7644 §3.10 an attribute of an extension by its URN",
    [{ op: "replace", path: `${enterprise}:department`, value: "Ops" }],
    { [enterprise]: { department: "Ops" } },
  ],
  [
    "RFC 7643 §2.1 attribute names in any case",
    [{ op: "replace", path: "NAME.FamilyName", value: "J" }],
    { name: { givenName: "Barbara", familyName: "J" } },
  ],
  [
    "RFC 7644 §3.5.2 operations in their order",
    [
      { op: "remove", path: "emails" },
      { op: "add", path: "emails", value: [home] },
    ],
    { emails: [home] },
  ],
];

describe("PATCH", () => {
  it.each([...add, ...remove, ...replace])("%s", async (_name, operations, after) => {
    const answer = await patch(...operations);
    expect(answer.status).toBe(200);
    const { body } = await client.send("GET", path);
    expect(body).toEqual(answer.body);
    expect(Object.fromEntries(Object.keys(after).map((name) => [name, body?.[name]]))).toEqual(after);
  });

  it.each<[string, JsonObject, string]>([
    ["RFC 7644 §3.5.2.2 remove without path", { op: "remove" }, "noTarget"],
    ["RFC 7644 §3.5.2.2 remove a required attribute", { op: "remove", path: "userName" }, "invalidValue"],
    ["RFC 7644 §3.5.2.2 remove a read-only attribute", { op: "remove", path: "id" }, "mutability"],
    [
      "RFC 7644 §3.5.2.3 replace a read-only attribute",
      { op: "replace", path: "meta.created", value: "2020-01-01T00:00:00Z" },
      "mutability",
    ],
    [
      "RFC 7644 §3.5.2.3 replace where a filter selects nothing that could be made",
      { op: "replace", path: 'emails[value sw "x"].value', value: "y" },
      "noTarget",
    ],
    ["RFC 7644 §3.5.2.1 add a value of the wrong type", { op: "add", path: "active", value: "maybe" }, "invalidValue"],
    ["RFC 7644 §3.5.2.1 add without value", { op: "add", path: "title" }, "invalidValue"],
    ["RFC 7644 §3.5.2 an unknown operation", { op: "move", path: "title" }, "invalidSyntax"],
    ["RFC 7644 §3.5.2 a path that is none", { op: "replace", path: "emails[", value: 1 }, "invalidPath"],
    ["RFC 7644 §3.5.2 a path to an unknown attribute", { op: "replace", path: "shoeSize", value: 1 }, "invalidPath"],
    [
      "RFC 7644 §3.5.2 a filter over an unknown attribute",
      { op: "remove", path: 'emails[size eq "1"]' },
      "invalidFilter",
    ],
  ])("%s is refused, and nothing of the request is done", async (_name, operation, scimType) => {
    const answer = await patch({ op: "replace", path: "title", value: "CTO" }, operation);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ status: "400", scimType });
    expect((await client.send("GET", path)).body).toMatchObject({ title: "Guide", meta: { version: 'W/"1"' } });
  });

  it("RFC 7644 §3.5.2 a PATCH that changes nothing leaves the version alone", async () => {
    const answer = await patch({ op: "add", path: "emails", value: [home] });
    expect(answer.body).toMatchObject({ meta: { version: 'W/"1"' } });
  });

  it("RFC 7644 §3.5.2 a PATCH answers with the attributes that are asked for", async () => {
    const answer = await client.send("PATCH", `${path}?attributes=title`, {
      Operations: [{ op: "replace", path: "title", value: "CTO" }],
    });
    expect(answer.body).toEqual({ schemas: [core, enterprise], id: expect.any(String), title: "CTO" });
  });
});

describe("PATCH of a group", () => {
  it.each<[string, (one: string, two: string) => JsonObject, number[]]>([
    [
      "RFC 7644 §3.5.2.1 add a member",
      (_, two) => ({ op: "add", path: "members", value: [{ value: two, $ref: "../Users/2", display: "Two" }] }),
      [1, 2],
    ],
    ["RFC 7644 §3.5.2.2 remove one member", (one) => ({ op: "remove", path: `members[value eq "${one}"]` }), []],
    ["RFC 7644 §3.5.2.2 remove all members", () => ({ op: "remove", path: "members" }), []],
    [
      "RFC 7644 §3.5.2.3 replace all members",
      (_, two) => ({ op: "replace", path: "members", value: [{ value: two }] }),
      [2],
    ],
    [
      "RFC 7644 §3.5.2.3 replace all members and the name without path",
      (_, two) => ({ op: "replace", value: { displayName: "T", members: [{ value: two }] } }),
      [2],
    ],
  ])("%s", async (_name, operation, after) => {
    const one = path.slice("/Users/".length);
    const two = idOf(await client.send("POST", "/Users", { userName: "two" }));
    const group = idOf(await client.send("POST", "/Groups", { displayName: "Team", members: [{ value: one }] }));
    const answer = await client.send("PATCH", `/Groups/${group}`, { Operations: [operation(one, two)] });
    expect(answer.status).toBe(200);
    const { body } = await client.send("GET", `/Groups/${group}?attributes=members.value`);
    const members = body?.["members"] ?? [];
    expect(members).toEqual(after.map((n) => ({ value: n === 1 ? one : two })));
  });
});
