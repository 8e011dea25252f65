import {
  array,
  check,
  constantFrom,
  jsonValue,
  oneof,
  property,
  record,
  string,
  stringMatching,
  tuple,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { readBulk } from "../bulk/read-bulk.ts";
import { parseFilter } from "../filter/parse-filter.ts";
import { resolveFilter } from "../filter/resolve-filter.ts";
import { splitMembers } from "../group/split-members.ts";
import { isJsonObject, type JsonValue } from "../json/json-value.ts";
import { parseJson } from "../json/parse-json.ts";
import { applyPatch } from "../patch/apply-patch.ts";
import { readPatch } from "../patch/read-patch.ts";
import { resolvePath } from "../path/resolve-path.ts";
import { readProjection } from "../projection/read-projection.ts";
import { readResource } from "../resource/read-resource.ts";
import { type ScimUser, userType } from "../schema/standard-types.ts";
import { readSearchRequest } from "../search/read-search-request.ts";
import { HOLDS } from "./holds.ts";
import { unlessScimError } from "./scim-error-of.ts";

const RUNS = { numRuns: 1_000 };

const name = constantFrom(
  "userName",
  "emails",
  "emails.value",
  "name.givenName",
  "active",
  "meta.created",
  "members",
  "id",
  "schemas",
  "__proto__",
  "constructor",
  "$ref",
  "urn:ietf:params:scim:schemas:core:2.0:User:emails[",
  "x",
);
const word = oneof(
  name,
  constantFrom(
    "eq",
    "ne",
    "co",
    "sw",
    "ew",
    "gt",
    "ge",
    "lt",
    "le",
    "pr",
    "and",
    "or",
    "not",
    "null",
    "true",
    "-0",
    "1e999",
  ),
  constantFrom("(", ")", "[", "]", ".", '"a"', '"', "\\", '"\\u0000"', '"\\ud800"', '"2024-01-01T00:00:00Z"', " "),
  string({ unit: "binary", maxLength: 6 }),
);
/** Text that is nearly a filter or path. */
const grammar = tuple(array(word, { maxLength: 12 }), constantFrom("", " ")).map(([words, gap]) => words.join(gap));
/** Text that is nearly JSON. */
const jsonText = oneof(
  array(
    constantFrom("{", "}", "[", "]", ",", ":", '"a"', '"A"', '"\\u0061"', "1", "-", "e9", "null", "\\", '"', "\0", " "),
    {
      maxLength: 20,
    },
  ).map((parts) => parts.join("")),
  stringMatching(/^\{"[a-c]":[0-9.eE+-]{1,6}(,"[A-C]":"\\u[0-9a-d]{4}")?\}$/),
  string({ unit: "binary" }),
);
const value = jsonValue().map((json): JsonValue => JSON.parse(JSON.stringify(json)));
const operation = record({ op: constantFrom("add", "replace", "remove"), path: oneof(name, grammar), value });
const user: ScimUser = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  userName: "ada",
  name: { givenName: "Ada" },
  emails: [{ value: "ada@x.io", type: "work", primary: true }],
};

/** Anything else that is thrown makes the property fail, with its counterexample. */
const isReadOrRefused = (read: () => unknown): boolean => {
  unlessScimError(read);
  return true;
};

describe("whatever comes in is read or refused with a SCIM error", () => {
  it.each([
    ["a filter", (text: string) => resolveFilter(userType, parseFilter(text))],
    ["a path", (text: string) => resolvePath(userType, text)],
    ["a list of attributes", (text: string) => readProjection(userType, { attributes: text })],
  ])("as %s", (_, read) => {
    expect(
      check(
        property(grammar, (text) => isReadOrRefused(() => read(text))),
        RUNS,
      ),
    ).toMatchObject(HOLDS);
  });

  it("as JSON", () => {
    expect(
      check(
        property(jsonText, (text) => isReadOrRefused(() => parseJson(text))),
        RUNS,
      ),
    ).toMatchObject(HOLDS);
  });

  it("as a PATCH of a user", () => {
    const patch = property(array(operation, { maxLength: 4 }), (Operations) =>
      isReadOrRefused(() => {
        const result = applyPatch(userType, user, readPatch({ Operations }));
        if (!isJsonObject(result)) throw new Error("a user became something else");
      }),
    );
    expect(check(patch, RUNS)).toMatchObject(HOLDS);
  });

  it("as a PATCH of a group's members", () => {
    const members = property(array(operation, { maxLength: 4 }), (Operations) =>
      isReadOrRefused(() => splitMembers(readPatch({ Operations }))),
    );
    expect(check(members, RUNS)).toMatchObject(HOLDS);
  });

  it.each([
    ["a user", (body: JsonValue) => readResource(userType, body)],
    ["a PATCH message", readPatch],
    ["a bulk request", readBulk],
    ["a search", readSearchRequest],
  ])("as %s", (_, read) => {
    const body = oneof(
      value,
      value.map((Operations) => ({ Operations })),
      value.map((one) => ({
        Operations: [one, { method: "POST", path: "/Users", bulkId: "a", data: one }],
        userName: one,
      })),
      value.map((one) => ({
        userName: "a",
        emails: one,
        name: one,
        active: one,
        filter: one,
        attributes: one,
        count: one,
      })),
    );
    expect(
      check(
        property(body, (json) => isReadOrRefused(() => read(json))),
        RUNS,
      ),
    ).toMatchObject(HOLDS);
  });
});
