import { describe, expect, it } from "vitest";
import { parseFilter } from "../filter/parse-filter.ts";
import { splitMembers } from "../group/split-members.ts";
import { parseJson } from "../json/parse-json.ts";
import { applyPatch } from "../patch/apply-patch.ts";
import { readProjection } from "../projection/read-projection.ts";
import { resolvePath } from "../path/resolve-path.ts";
import { type ScimUser, userType } from "../schema/standard-types.ts";
import { scimErrorOf } from "./scim-error-of.ts";

const many = (text: string, count: number) => text.repeat(count);

const hostile: readonly string[] = [
  many("(", 10_000),
  many("not(", 5_000),
  many("not (", 3_000),
  `a pr${many(" or a pr", 5_000)}`,
  `a pr${many(" or a pr", 2_000)}`,
  `a eq "${many("x", 100_000)}"`,
  `a eq "${many("\\", 100_000)}`,
  `a eq ${many("9", 16_000)}x`,
  many(".", 8_000),
  many("a.", 8_000),
  many("urn:", 4_000),
  many("members[", 2_000),
  `members[value eq "u"${many(' or value eq "u"', 900)}]`,
  many("[", 16_000),
  many('"', 100_000),
  many(" ", 100_000),
  many("\u212A", 16_000),
];

const label = (text: string) => `${text.length} characters like ${text.slice(0, 20)}`;

describe("hostile input", () => {
  it.each(hostile.map((text) => [label(text), text]))("ends in a ScimError as a filter: %s", (_label, text) => {
    const error = scimErrorOf(() => parseFilter(text));
    expect(error).toMatchObject({ status: 400, scimType: "invalidFilter" });
    expect(error.detail.length).toBeLessThan(200);
  });

  it.each(hostile.map((text) => [label(text), text]))("ends in a ScimError as a path: %s", (_label, text) => {
    const error = scimErrorOf(() => resolvePath(userType, text));
    expect(error).toMatchObject({ status: 400, scimType: "invalidPath" });
    expect(error.detail.length).toBeLessThan(200);
    expect(scimErrorOf(() => splitMembers([{ op: "remove", path: `members[${text}` }])).status).toBe(400);
  });

  it.each(hostile.map((text) => [label(text), text]))("is nothing to show as an attribute list: %s", (_label, text) => {
    expect([...readProjection(userType, { attributes: text }).selection.keys()]).toContain("id");
  });

  it("ends in a ScimError as JSON nested 10,000 deep", () => {
    for (const open of ["[", '{"a":', '[{"a":']) {
      expect(scimErrorOf(() => parseJson(many(open, 10_000))).scimType).toBe("invalidSyntax");
    }
  });

  it("takes 100,000 unknown keys and equal values in stride", () => {
    const user: ScimUser = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: "u" };
    const unknown = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, 1]));
    expect(applyPatch(userType, user, [{ op: "add", value: unknown }])).toEqual(user);
    const emails = Array.from({ length: 100_000 }, (_, index) => ({ value: "a@b", type: `t${index}` }));
    const patched = applyPatch(userType, user, [{ op: "add", path: "emails", value: emails }]);
    expect(patched.emails).toHaveLength(100_000);
  });
});
