import { array, check, constantFrom, oneof, option, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonEqual } from "../json/json-equal.ts";
import { readResource } from "../resource/read-resource.ts";
import { type ScimUser, userType } from "../schema/standard-types.ts";
import { HOLDS } from "../testing/holds.ts";
import { jsonValues, toJson } from "../testing/json-values.ts";
import { unlessScimError } from "../testing/scim-error-of.ts";
import { applyPatch } from "./apply-patch.ts";
import { readPatch } from "./read-patch.ts";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const names = [
  "userName",
  "active",
  "name",
  "emails",
  "value",
  "type",
  "primary",
  "manager",
  "roles",
  "id",
  "schemas",
  ENTERPRISE,
];
const words = ["work", "home", "True", "", "a@b"];
const paths = [
  "userName",
  "ACTIVE",
  "name",
  "name.givenName",
  "emails",
  "emails.value",
  'emails[type eq "work"]',
  'emails[type eq "home"].value',
  'emails[primary eq true and type eq "x"].display',
  "emails[not (type pr)].primary",
  'roles[value eq "a@b"].primary',
  ENTERPRISE,
  `${ENTERPRISE}:manager`,
  `${ENTERPRISE}:manager.value`,
  "groups",
  "__proto__.polluted",
  "constructor.prototype.polluted",
  "toString.polluted",
  "",
];

const user: ScimUser = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  id: "1",
  userName: "ada",
  emails: [{ value: "a@b", type: "work", primary: true }, { value: "c@d" }],
  meta: { version: "1" },
};

const path = option(oneof(constantFrom(...paths), string({ maxLength: 6 })), { nil: undefined });
const value = jsonValues([...names, ...paths], words);
const operation = record({ op: constantFrom("add", "Replace", "remove"), path, value }, { requiredKeys: ["op"] });
const bodies = array(operation, { maxLength: 6 }).map((Operations) => toJson({ Operations }));
const RUNS = { numRuns: 3_000 };

describe("applyPatch, whatever comes", () => {
  it("returns a resource or throws a ScimError, and leaves its input and all prototypes alone", () => {
    const before = structuredClone(user);
    const isSafe = property(bodies, (body) => {
      unlessScimError(() => applyPatch(userType, user, readPatch(body)));
      return jsonEqual(user, before) && !("polluted" in {}) && Object.keys(Object.prototype).length === 0;
    });
    expect(check(isSafe, RUNS)).toMatchObject(HOLDS);
  });

  it("returns a resource that reads back as itself and keeps what is read-only", () => {
    const isCanonical = property(bodies, (body) => {
      const result = unlessScimError(() => applyPatch(userType, user, readPatch(body)));
      if (result === undefined) return true;
      const { id, meta, ...written } = result;
      return id === "1" && jsonEqual(meta, user.meta) && jsonEqual({ ...readResource(userType, written) }, written);
    });
    expect(check(isCanonical, RUNS)).toMatchObject(HOLDS);
  });

  it("has at most one primary value", () => {
    const hasOnePrimary = property(bodies, (body) => {
      const { emails = [], roles = [] } = unlessScimError(() => applyPatch(userType, user, readPatch(body))) ?? user;
      return [emails, roles].every((list) => list.filter(({ primary }) => primary === true).length <= 1);
    });
    expect(check(hasOnePrimary, RUNS)).toMatchObject(HOLDS);
  });

  it("changes nothing when add is repeated", () => {
    const added = jsonValues(names, words).map((emails) => ({ op: "add", path: "emails", value: emails }));
    const isIdempotent = property(added, (add) => {
      const body = toJson({ Operations: [add] });
      const once = unlessScimError(() => applyPatch(userType, user, readPatch(body)));
      return once === undefined || jsonEqual({ ...applyPatch(userType, once, readPatch(body)) }, { ...once });
    });
    expect(check(isIdempotent, RUNS)).toMatchObject(HOLDS);
  });
});
