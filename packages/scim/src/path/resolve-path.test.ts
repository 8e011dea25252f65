import { describe, expect, it } from "vitest";
import { groupType, userType } from "../schema/standard-types.ts";
import { scimErrorOf } from "../testing/scim-error-of.ts";
import { resolvePath } from "./resolve-path.ts";

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

describe("resolvePath", () => {
  it.each([
    ["active", ["active"]],
    ["NAME.givenname", ["name", "name.givenName"]],
    ["emails.value", ["emails", "emails.value"]],
    ['emails[type eq "work"]', ["emails"]],
    ['emails[type eq "work"].value', ["emails", "emails.value"]],
    [`${USER}:active`, ["active"]],
    [`${USER.toUpperCase()}:name.familyName`, ["name", "name.familyName"]],
    [`${USER}:emails[type eq "work"].value`, ["emails", "emails.value"]],
    [ENTERPRISE, [ENTERPRISE]],
    [`${ENTERPRISE}:department`, [ENTERPRISE, `${ENTERPRISE}:department`]],
    [`${ENTERPRISE}:manager`, [ENTERPRISE, `${ENTERPRISE}:manager`]],
    [`${ENTERPRISE}:manager.$REF`, [ENTERPRISE, `${ENTERPRISE}:manager`, `${ENTERPRISE}:manager.$ref`]],
    [`${ENTERPRISE}:manager.value`, [ENTERPRISE, `${ENTERPRISE}:manager`, `${ENTERPRISE}:manager.value`]],
    [`${ENTERPRISE}.department`, [ENTERPRISE, `${ENTERPRISE}:department`]],
  ])("%s leads to %j", (text, paths) => {
    expect(resolvePath(userType, text).map(({ attribute }) => attribute.path)).toEqual(paths);
  });

  it("keeps the filter with the attribute it selects from", () => {
    const [step] = resolvePath(groupType, 'members[value eq "u1"]');
    expect(step.filter).toMatchObject({ kind: "comparison", path: "members.value", value: "u1" });
  });

  it.each([
    "shoeSize",
    "name.shoeSize",
    "userName.foo",
    "schemas.value",
    "__proto__",
    "__proto__.x",
    "__proto__[primary eq true].x",
    "constructor",
    "constructor.prototype.x",
    "toString.x",
    "hasOwnProperty",
    'userName[value eq "x"]',
    'name[givenName eq "x"].familyName',
    'emails[type eq "work"].shoeSize',
    'emails[type eq "work"].value.x',
    'emails[type eq "work"]x',
    'emails[type eq "work"',
    "emails[]",
    "name.givenName.x",
    "name.$reF.x",
    "nic\u212aName",
    "name.",
    ".name",
    "a b",
    "urn:x:y:title",
    "department",
    "name:givenName",
    ENTERPRISE.slice(0, -1),
    "",
  ])("refuses %j as invalidPath", (text) => {
    expect(scimErrorOf(() => resolvePath(userType, text))).toMatchObject({ status: 400, scimType: "invalidPath" });
  });

  it("refuses a filter over what is not there as invalidFilter", () => {
    expect(scimErrorOf(() => resolvePath(userType, 'emails[shoeSize eq "4"]')).scimType).toBe("invalidFilter");
  });
});
