import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json/json-value.ts";
import { applyPatch } from "../patch/apply-patch.ts";
import type { AttributeDefinition } from "../schema/definition.ts";
import { extendResourceType } from "../schema/extend-resource-type.ts";
import { userType } from "../schema/standard-types.ts";
import { scimErrorOf } from "../testing/scim-error-of.ts";
import { readResource } from "./read-resource.ts";
import { replaceResource } from "./replace-resource.ts";

const urn = "urn:example:scim:schemas:extension:1.0:User";

function typeWith(attributes: AttributeDefinition[], required = false) {
  return extendResourceType(userType, [
    { schema: { id: urn, name: "Example", description: "", attributes }, required },
  ]);
}

const description = "";
const type = typeWith([
  { name: "fixed", description, mutability: "immutable" },
  { name: "given", description, mutability: "readOnly" },
  { name: "asked", description, returned: "request" },
  { name: "hidden", description, returned: "never" },
  { name: "free", description },
  {
    name: "parts",
    description,
    type: "complex",
    subAttributes: [
      { name: "fixed", description, mutability: "immutable" },
      { name: "free", description },
    ],
  },
]);

const values = { fixed: "f", given: "g", asked: "a", hidden: "h", free: "x", parts: { fixed: "p", free: "y" } };
const stored = {
  ...readResource(type, { userName: "ada", title: "Countess", name: { givenName: "Ada" } }),
  id: "1",
  [urn]: values,
};

describe("replaceResource", () => {
  it.each<[string, JsonObject, JsonObject]>([
    ["nothing", {}, { fixed: "f", given: "g", asked: "a", hidden: "h", parts: { fixed: "p" } }],
    ["the same", values, values],
    [
      "other values",
      { free: "z", given: "other", hidden: "k" },
      { fixed: "f", given: "g", asked: "a", hidden: "k", free: "z", parts: { fixed: "p" } },
    ],
    [
      "a part",
      { parts: { free: "z" } },
      { fixed: "f", given: "g", asked: "a", hidden: "h", parts: { fixed: "p", free: "z" } },
    ],
  ])("keeps what a client cannot change or see when the body states %s", (_, extension, expected) => {
    const next = replaceResource(type, stored, { userName: "ada", id: "2", [urn]: extension });
    expect(next).toMatchObject({ id: "1", userName: "ada", schemas: stored.schemas.concat(urn) });
    expect(Object(next)[urn]).toEqual(expected);
    expect(next).not.toHaveProperty("title");
    expect(next).not.toHaveProperty("name");
  });

  it.each<JsonObject>([{ fixed: "other" }, { parts: { fixed: "other" } }])(
    "refuses to change what is set once: %j",
    (extension) => {
      const error = scimErrorOf(() => replaceResource(type, stored, { userName: "ada", [urn]: extension }));
      expect(error).toMatchObject({ status: 400, scimType: "mutability" });
    },
  );
});

describe("a required attribute", () => {
  const demanding = typeWith(
    [
      { name: "badge", description, required: true },
      { name: "free", description },
    ],
    true,
  );
  const lacking = readResource(userType, { userName: "ada" });
  const complete = readResource(demanding, { userName: "ada", [urn]: { badge: "1" } });
  const patch = (resource: typeof lacking, path: string, value?: string) =>
    applyPatch(demanding, resource, [value === undefined ? { op: "remove", path } : { op: "add", path, value }]);

  it("is demanded of a new resource", () => {
    expect(scimErrorOf(() => readResource(demanding, { userName: "ada" }))).toMatchObject({ scimType: "invalidValue" });
  });

  it("is not to be taken away, nor left out of what is begun", () => {
    for (const change of [
      () => patch(complete, urn),
      () => patch(complete, `${urn}:badge`),
      () => replaceResource(demanding, complete, { userName: "ada" }),
      () => patch(lacking, `${urn}:free`, "x"),
      () => replaceResource(demanding, lacking, { userName: "ada", [urn]: { free: "x" } }),
    ]) {
      expect(scimErrorOf(change)).toMatchObject({ status: 400, scimType: "invalidValue" });
    }
  });

  it("is not demanded of a resource that never had it", () => {
    expect(patch(lacking, "title", "Countess")).toMatchObject({ title: "Countess" });
    expect(replaceResource(demanding, lacking, { userName: "ada", active: false })).toMatchObject({ active: false });
  });
});

describe("a PATCH that removes a whole", () => {
  it.each([urn, `${urn}:parts`])("does not take along what is fixed: %s", (path) => {
    const error = scimErrorOf(() => applyPatch(type, stored, [{ op: "remove", path }]));
    expect(error).toMatchObject({ status: 400, scimType: "mutability" });
  });
});
