import { beforeAll, describe, expect, it } from "vitest";
import type { ScimClient } from "../scim-client.fixture.ts";
import { useFacade } from "./use-facade.fixture.ts";

const facade = useFacade();
let client: ScimClient;

const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const users = [
  {
    userName: "ada",
    externalId: "E1",
    active: true,
    title: "Countess",
    name: { familyName: "Lovelace" },
    emails: [
      { type: "work", value: "ada@example.com", primary: true },
      { type: "home", value: "ada@home.example" },
    ],
    [enterprise]: { department: "Engines", manager: { value: "m1" } },
  },
  {
    userName: "bob",
    externalId: "e1",
    active: false,
    title: "Engineer",
    name: { familyName: "O'Malley" },
    emails: [{ type: "home", value: "bob@example.com" }],
  },
  { userName: "cy", active: true, name: { familyName: "Young" }, emails: [{ type: "work", value: "cy@home.example" }] },
];

beforeAll(async () => {
  client = await facade().newClient();
  for (const user of users) await client.send("POST", "/Users", user);
});

async function find(filter: string): Promise<unknown[]> {
  const answer = await client.send("GET", `/Users?filter=${encodeURIComponent(filter)}`);
  const resources = answer.body?.["Resources"];
  return Array.isArray(resources) ? resources.map((user) => Object(user).userName) : [answer.status, answer.body];
}

describe("filters", () => {
  it.each<[string, string, string[]]>([
    ["RFC 7644 §3.4.2.2 eq", 'userName eq "ada"', ["ada"]],
    ["RFC 7644 §3.4.2.2 ne", 'userName ne "ada"', ["bob", "cy"]],
    ["RFC 7644 §3.4.2.2 ne where there is no value", 'title ne "Engineer"', ["ada", "cy"]],
    ["RFC 7644 §3.4.2.2 co", 'name.familyName co "O\'"', ["bob"]],
    ["RFC 7644 §3.4.2.2 sw", 'userName sw "b"', ["bob"]],
    ["RFC 7644 §3.4.2.2 ew", 'userName ew "y"', ["cy"]],
    ["RFC 7644 §3.4.2.2 pr", "title pr", ["ada", "bob"]],
    ["RFC 7644 §3.4.2.2 pr of a complex attribute", `${enterprise}:manager pr`, ["ada"]],
    ["RFC 7644 §3.4.2.2 gt", 'userName gt "ada"', ["bob", "cy"]],
    ["RFC 7644 §3.4.2.2 ge", 'userName ge "bob"', ["bob", "cy"]],
    ["RFC 7644 §3.4.2.2 lt", 'userName lt "bob"', ["ada"]],
    ["RFC 7644 §3.4.2.2 le", 'userName le "bob"', ["ada", "bob"]],
    ["RFC 7644 §3.4.2.2 a boolean", "active eq true", ["ada", "cy"]],
    ["RFC 7644 §3.4.2.2 a time, in any time zone", 'meta.created gt "2020-01-01T00:00:00+02:00"', ["ada", "bob", "cy"]],
    ["RFC 7644 §3.4.2.2 a time that is still to come", 'meta.lastModified ge "2999-01-01T00:00:00Z"', []],
    ["RFC 7644 §3.4.2.2 null is no value", "title eq null", ["cy"]],
    ["RFC 7644 §3.4.2.2 and", 'active eq true and title eq "Countess"', ["ada"]],
    ["RFC 7644 §3.4.2.2 or", 'userName eq "ada" or userName eq "cy"', ["ada", "cy"]],
    ["RFC 7644 §3.4.2.2 not", 'not (userName eq "ada")', ["bob", "cy"]],
    ["RFC 7644 §3.4.2.2 and comes before or", 'userName eq "bob" or userName sw "c" and active eq false', ["bob"]],
    ["RFC 7644 §3.4.2.2 parentheses come first", '(userName eq "bob" or userName sw "c") and active eq true', ["cy"]],
    ["RFC 7644 §3.4.2.2 not comes before and", 'not (active eq true) and title eq "Engineer"', ["bob"]],
    [
      "RFC 7644 §3.4.2.2 a value path holds for one and the same value",
      'emails[type eq "work" and value co "@example.com"]',
      ["ada"],
    ],
    [
      "RFC 7644 §3.4.2.2 without a value path each term may hold for another value",
      'emails.type eq "work" and emails.value co "@home"',
      ["ada", "cy"],
    ],
    ["RFC 7644 §3.4.2.2 a comparison after a value path", 'emails[type eq "home"].value sw "bob"', ["bob"]],
    ["RFC 7644 §3.4.2.2 not in a value path", 'emails[not (type eq "work")]', ["ada", "bob"]],
    [
      "RFC 7644 §3.4.2.2 an attribute with several values matches by any of them",
      'emails.value eq "ada@home.example"',
      ["ada"],
    ],
    ["RFC 7644 §3.4.2.2 a multi-valued complex attribute by its value", 'emails co "@home"', ["ada", "cy"]],
    ["RFC 7644 §3.4.2.2 names and operators in any case", 'USERNAME EQ "ada" OR Title Co "engineer"', ["ada", "bob"]],
    ["RFC 7643 §2.2 values are compared without regard to case", 'userName eq "ADA"', ["ada"]],
    ["RFC 7643 §3.1 externalId is compared with regard to case", 'externalId eq "e1"', ["bob"]],
    ["RFC 7644 §3.10 an attribute by its full URN", `${core}:userName eq "ada"`, ["ada"]],
    ["RFC 7644 §3.10 an attribute of an extension", `${enterprise}:department eq "engines"`, ["ada"]],
    ["RFC 7644 §3.10 a sub-attribute of an extension", `${enterprise}:manager.value eq "m1"`, ["ada"]],
    ["RFC 7644 §3.4.2.2 pr of an attribute of an extension", `userName pr and ${enterprise}:department pr`, ["ada"]],
  ])("%s", async (_name, filter, expected) => {
    expect(await find(filter)).toEqual(expected);
  });

  it.each<[string, string]>([
    ["RFC 7644 §3.4.2.2 an unknown attribute", 'shoeSize eq "1"'],
    ["RFC 7644 §3.4.2.2 an unknown operator", 'userName is "ada"'],
    ["RFC 7644 §3.4.2.2 a term without value", "userName eq"],
    ["RFC 7644 §3.4.2.2 a bracket that stays open", 'emails[type eq "work"'],
    ["RFC 7644 §3.4.2.2 an order of booleans", "active gt true"],
    ["RFC 7644 §3.4.2.2 a value of another type", "userName eq 5"],
    ["RFC 7643 §4.1.1 the password", 'password eq "secret"'],
  ])("%s is refused", async (_name, filter) => {
    expect(await find(filter)).toEqual([400, expect.objectContaining({ scimType: "invalidFilter", status: "400" })]);
  });
});
