import { describe, expect, it } from "vitest";
import { evaluateFilter } from "../filter/evaluate-filter.ts";
import { parseFilter } from "../filter/parse-filter.ts";
import { resolveFilter } from "../filter/resolve-filter.ts";
import { readResource } from "../resource/read-resource.ts";
import { compileResourceType } from "../schema/resource-type.ts";
import { userSchema } from "../schema/user-schema.ts";
import type { JsonObject } from "../json/json-value.ts";
import { applyPatch } from "./apply-patch.ts";
import type { PatchOperation } from "./patch-operation.ts";

// Its last part looks like an attribute and a sub-attribute.
const urn = "urn:example:custom:user:1.0";

const schema = {
  id: urn,
  name: "Custom",
  description: "",
  attributes: [
    { name: "badge", description: "" },
    { name: "tags", description: "", multiValued: true },
    { name: "constructor", description: "A name that objects inherit." },
  ],
} as const;

const type = compileResourceType({
  name: "User",
  description: "",
  endpoint: "/Users",
  schema: userSchema,
  extensions: [{ schema, required: false }],
} as const);

const user = readResource(type, { userName: "u", [urn]: { badge: "7", tags: ["red", "blue"] } });

describe("an extension whose URN ends in a version", () => {
  it.each<[PatchOperation, JsonObject]>([
    [
      { op: "replace", path: urn, value: { badge: "8" } },
      { badge: "8", tags: ["red", "blue"] },
    ],
    [
      { op: "replace", path: `${urn}:badge`, value: "8" },
      { badge: "8", tags: ["red", "blue"] },
    ],
    [
      { op: "replace", value: { [urn]: { badge: "8" } } },
      { badge: "8", tags: ["red", "blue"] },
    ],
    [
      { op: "replace", value: { [`${urn}:BADGE`]: "8" } },
      { badge: "8", tags: ["red", "blue"] },
    ],
    [
      { op: "add", path: `${urn}:tags`, value: ["green", "RED"] },
      { badge: "7", tags: ["red", "blue", "green"] },
    ],
    [
      { op: "remove", path: `${urn}:tags[value eq "red"]` },
      { badge: "7", tags: ["blue"] },
    ],
    [{ op: "remove", path: `${urn}:tags`, value: ["RED", "blue"] }, { badge: "7" }],
    [
      { op: "replace", path: `${urn}:tags[value eq "red"]`, value: "green" },
      { badge: "7", tags: ["green", "blue"] },
    ],
    [
      { op: "add", path: `${urn}:constructor`, value: "C" },
      { badge: "7", tags: ["red", "blue"], constructor: "C" },
    ],
  ])("takes %j", (operation, expected) => {
    expect(applyPatch(type, user, [operation])[urn]).toEqual(expected);
  });

  it.each([
    [`${urn}:tags eq "RED"`, true],
    [`${urn}:tags.value eq "red"`, true],
    [`${urn}:tags[value sw "b" and value ew "e"]`, true],
    [`${urn}:tags.value eq "green"`, false],
  ])("is filtered by %s, where a simple value is its own value", (text, holds) => {
    const filter = resolveFilter(type, parseFilter(text));
    expect(evaluateFilter(filter, user)).toBe(holds);
  });

  it("does not take what objects inherit for a value", () => {
    const filter = resolveFilter(type, parseFilter(`${urn}:constructor pr`));
    expect(evaluateFilter(filter, user)).toBe(false);
    expect(evaluateFilter(filter, { [urn]: { constructor: "C" } })).toBe(true);
  });
});
