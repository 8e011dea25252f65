import { check, constantFrom, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { compileResourceType } from "../schema/resource-type.ts";
import { userType } from "../schema/standard-types.ts";
import { userSchema } from "../schema/user-schema.ts";
import { HOLDS } from "../testing/holds.ts";
import { evaluateFilter } from "./evaluate-filter.ts";
import { parseFilter } from "./parse-filter.ts";
import { resolveFilter } from "./resolve-filter.ts";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const ada = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
  id: "7c0e",
  externalId: "00uA",
  userName: "Ada@Example.com",
  name: { familyName: "Lovelace", givenName: "Ada" },
  nickName: "",
  active: true,
  emails: [
    { value: "ada@work.example", type: "work", primary: true },
    { value: "ada@home.example", type: "home" },
  ],
  meta: { created: "2024-01-31T08:00:00Z", lastModified: "2024-02-01T08:00:00.500Z" },
  [ENTERPRISE]: { department: "Engines", manager: { value: "m1" } },
};

function matches(text: string): boolean {
  return evaluateFilter(resolveFilter(userType, parseFilter(text)), ada);
}

describe("evaluateFilter", () => {
  it.each([
    'userName eq "ada@EXAMPLE.com"',
    'userName eq "ａｄａ@example.com"',
    'externalId eq "00uA"',
    'userName sw "ADA"',
    'userName ew ".com"',
    'userName co "@ex"',
    'name.familyName gt "lovelab"',
    'name.familyName ge "LOVELACE"',
    'name.familyName lt "m"',
    'title ne "Countess"',
    "title eq null",
    "userName ne null",
    "not (title pr)",
    "not (nickName pr)",
    'nickName eq ""',
    "name pr",
    "emails pr",
    "active eq true",
    'active eq "True"',
    'emails eq "ADA@home.example"',
    'emails.type eq "work" and emails.value co "home"',
    'emails[type eq "work" and value co "work"]',
    'emails[type eq "home" and primary ne true]',
    'emails[type eq "home" and not (primary pr)]',
    'emails[type eq "home"].value eq "ada@home.example"',
    'emails.type ne "work"',
    'meta.created lt "2024-01-31T10:00:00+01:30"',
    'meta.created eq "2024-01-31T09:00:00+01:00"',
    'meta.lastModified gt "2024-02-01T08:00:00Z"',
    `${ENTERPRISE}:department eq "engines"`,
    `${ENTERPRISE}:manager eq "m1"`,
    `${ENTERPRISE} pr`,
    `schemas eq "${ENTERPRISE}"`,
    'title pr or userName pr and name.givenName eq "ada"',
  ])("ada satisfies %s", (text) => {
    expect(matches(text)).toBe(true);
  });

  it.each([
    'externalId eq "00UA"',
    'id eq "7C0E"',
    'userName co "%"',
    'userName co "_"',
    'title eq "Countess"',
    'title gt "a"',
    "title ne null",
    "userName eq null",
    "nickName pr",
    "active eq false",
    "active ne true",
    'emails[type eq "work" and value co "home"]',
    'emails[type eq "other"]',
    'ims ew "x"',
    'meta.created gt "2024-01-31T08:00:00Z"',
    'userName ne "ada@example.com"',
    "not (userName pr or title pr)",
  ])("ada does not satisfy %s", (text) => {
    expect(matches(text)).toBe(false);
  });

  it("compares numbers as numbers, and simple values by their implied value", () => {
    const schema = {
      id: "urn:example:size:1.0:User",
      name: "Size",
      description: "",
      attributes: [
        { name: "shoe", description: "", type: "decimal" },
        { name: "tags", description: "", multiValued: true },
      ],
    } as const;
    const type = compileResourceType({
      name: "User",
      description: "",
      endpoint: "/Users",
      schema: userSchema,
      extensions: [{ schema, required: false }],
    });
    const resource = { "urn:example:size:1.0:User": { shoe: 9, tags: ["Red", "blue"] } };
    const holds = (text: string) =>
      evaluateFilter(resolveFilter(type, parseFilter(`urn:example:size:1.0:User:${text}`)), resource);
    expect(
      ["shoe lt 10", "shoe ge 9", 'tags eq "red"', 'tags.value eq "red"', 'tags[value sw "BL"]'].filter(
        (text) => !holds(text),
      ),
    ).toEqual([]);
    expect(["shoe gt 10", "shoe ne 9", 'tags eq "green"', 'tags[value eq "r"]'].filter(holds)).toEqual([]);
  });

  it("keeps the laws of De Morgan", () => {
    const term = constantFrom(
      "title pr",
      "active eq true",
      'userName sw "b"',
      'emails.type ne "work"',
      'emails[type eq "home"]',
      "nickName eq null",
    );
    const law = property(tuple(term, term), ([left, right]) => {
      const both = matches(`not (${left} and ${right})`) === matches(`not (${left}) or not (${right})`);
      const either = matches(`not (${left} or ${right})`) === matches(`not (${left}) and not (${right})`);
      return both && either;
    });
    expect(check(law)).toMatchObject(HOLDS);
  });
});
