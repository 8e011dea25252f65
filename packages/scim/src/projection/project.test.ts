import { describe, expect, it } from "vitest";
import { extendResourceType } from "../schema/extend-resource-type.ts";
import { compileResourceType } from "../schema/resource-type.ts";
import { groupType, userType } from "../schema/standard-types.ts";
import { userSchema } from "../schema/user-schema.ts";
import { scimErrorOf } from "../testing/scim-error-of.ts";
import { project } from "./project.ts";
import { wants } from "./projection.ts";
import { type ProjectionParameters, readProjection } from "./read-projection.ts";

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const always = { schemas: [USER, ENTERPRISE], id: "1" };
const name = { givenName: "Ada", familyName: "Lovelace" };
const emails = [{ value: "a@b", type: "work" }, { value: "c@d" }];
const extension = { department: "Engines", manager: { value: "m1", displayName: "C" } };
const rest = { userName: "ada", name, emails, [ENTERPRISE]: extension };
const ada = { ...always, ...rest };

function view(parameters: ProjectionParameters): unknown {
  return project(readProjection(userType, parameters), ada);
}

describe("project", () => {
  it.each<[string, unknown]>([
    ["userName", { ...always, userName: "ada" }],
    [" USERNAME , id ", { ...always, userName: "ada" }],
    ["name.familyName", { ...always, name: { familyName: "Lovelace" } }],
    ["name.familyName,name", { ...always, name }],
    ["name,name.familyName", { ...always, name }],
    ["emails.type", { ...always, emails: [{ type: "work" }] }],
    ["emails.display", always],
    [`${USER}:name.givenName`, { ...always, name: { givenName: "Ada" } }],
    [ENTERPRISE, { ...always, [ENTERPRISE]: extension }],
    [`${ENTERPRISE}:department`, { ...always, [ENTERPRISE]: { department: "Engines" } }],
    [`${ENTERPRISE}:manager.value`, { ...always, [ENTERPRISE]: { manager: { value: "m1" } } }],
    ["unknown,password,__proto__,constructor,a b", always],
    ["", ada],
    [",,", ada],
  ])("shows %j", (attributes, expected) => {
    expect(view({ attributes })).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ["name,emails", { ...always, userName: "ada", [ENTERPRISE]: extension }],
    ["id,schemas", ada],
    ["NAME.familyname", { ...ada, name: { givenName: "Ada" } }],
    ["emails.value", { ...ada, emails: [{ type: "work" }] }],
    [`${ENTERPRISE}:manager.displayName`, { ...ada, [ENTERPRISE]: { ...extension, manager: { value: "m1" } } }],
    [ENTERPRISE, { ...always, userName: "ada", name, emails }],
    ["unknown", ada],
  ])("hides %j", (excludedAttributes, expected) => {
    expect(view({ excludedAttributes })).toEqual(expected);
  });

  it("shows everything but what is never returned, or not in the schema", () => {
    const stored = { ...ada, password: "secret", tenantId: "t" };
    expect(project(readProjection(userType, {}), stored)).toEqual(ada);
    expect(project(readProjection(userType, { attributes: "password" }), stored)).toEqual(always);
  });

  it("honours returned: request and always of an extension", () => {
    const schema = {
      id: "urn:example:x:1.0:User",
      name: "X",
      description: "",
      attributes: [
        { name: "big", description: "", returned: "request" },
        { name: "key", description: "", returned: "always" },
        { name: "small", description: "" },
        {
          name: "parts",
          description: "",
          type: "complex",
          subAttributes: [
            { name: "big", description: "", returned: "request" },
            { name: "small", description: "" },
          ],
        },
      ],
    } as const;
    const type = compileResourceType({
      name: "User",
      description: "",
      endpoint: "/Users",
      schema: userSchema,
      extensions: [{ schema, required: false }],
    });
    const stored = { id: "1", [schema.id]: { big: "b", key: "k", small: "s", parts: { big: "b", small: "s" } } };
    const shown = (parameters: ProjectionParameters) => project(readProjection(type, parameters), stored)[schema.id];
    expect(shown({})).toEqual({ key: "k", small: "s", parts: { small: "s" } });
    expect(shown({ attributes: `${schema.id}:parts` })).toEqual({ key: "k", parts: { small: "s" } });
    expect(shown({ attributes: `${schema.id}:parts.big` })).toEqual({ key: "k", parts: { big: "b" } });
    expect(shown({ attributes: `${schema.id}:big` })).toEqual({ big: "b", key: "k" });
    expect(shown({ excludedAttributes: `${schema.id}:small,${schema.id}:key` })).toEqual({
      key: "k",
      parts: { small: "s" },
    });
  });

  it("shows what an extension returns always, whatever is asked for or excluded", () => {
    const urn = "urn:example:z:1.0:User";
    const attributes = [
      { name: "key", description: "", returned: "always" },
      { name: "free", description: "" },
    ] as const;
    const schema = { id: urn, name: "Z", description: "", attributes };
    const type = extendResourceType(userType, [{ schema, required: false }]);
    const stored = { id: "1", userName: "ada", [urn]: { key: "k", free: "f" } };
    const shown = (parameters: ProjectionParameters) => project(readProjection(type, parameters), stored);
    const kept = { id: "1", userName: "ada", [urn]: { key: "k" } };
    expect(shown({ attributes: "userName" })).toEqual(kept);
    expect(shown({ excludedAttributes: urn })).toEqual(kept);
    expect(shown({ excludedAttributes: `${urn}:free` })).toEqual(kept);
    expect(shown({ attributes: urn })).toEqual({ id: "1", [urn]: { key: "k", free: "f" } });
  });

  it("keeps what is asked for by name only out of all that lies above it", () => {
    const secret = { name: "secret", description: "", returned: "request" } as const;
    const box = { name: "box", description: "", type: "complex", subAttributes: [secret] } as const;
    const schema = { id: "urn:example:y:1.0:User", name: "Y", description: "", attributes: [box] } as const;
    const type = compileResourceType({
      name: "User",
      description: "",
      endpoint: "/Users",
      schema: userSchema,
      extensions: [{ schema, required: false }],
    });
    const stored = { id: "1", [schema.id]: { box: { secret: "s" } } };
    expect(project(readProjection(type, {}), stored)).toEqual({ id: "1" });
    expect(project(readProjection(type, { attributes: `${schema.id}:box.secret` }), stored)).toEqual(stored);
  });

  it("says what has to be loaded", () => {
    expect(wants(readProjection(groupType, {}), "members")).toBe(true);
    expect(wants(readProjection(groupType, { excludedAttributes: "members" }), "members")).toBe(false);
    expect(wants(readProjection(groupType, { attributes: "displayName" }), "members")).toBe(false);
    expect(wants(readProjection(groupType, { attributes: "members.value" }), "members")).toBe(true);
  });

  it("refuses both parameters at once", () => {
    const error = scimErrorOf(() => view({ attributes: "name", excludedAttributes: "emails" }));
    expect(error).toMatchObject({ status: 400, scimType: "invalidValue" });
  });
});
