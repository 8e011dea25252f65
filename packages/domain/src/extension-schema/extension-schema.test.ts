import { describe, expect, it } from "vitest";
import { DomainError } from "../error/domain-error.ts";
import { checkSchema } from "./check-schema.ts";
import { checkSuccession } from "./check-succession.ts";
import {
  type ComplexAttribute,
  type ExtensionAttribute,
  MAX_ATTRIBUTES_PER_SCHEMA,
  MAX_SUB_ATTRIBUTES,
  MAX_URN_LENGTH,
  type SimpleAttribute,
} from "./extension-schema.ts";
import { uniqueValues } from "./unique-values.ts";

const urn = "urn:acme:scim:schemas:extension:1.0:User";

function simple(name: string, rest: Partial<SimpleAttribute> = {}): SimpleAttribute {
  return {
    name,
    description: "",
    type: "string",
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: "readWrite",
    returned: "default",
    uniqueness: "none",
    canonicalValues: [],
    ...rest,
  };
}

function complex(
  name: string,
  subAttributes: SimpleAttribute[],
  rest: Partial<ComplexAttribute> = {},
): ComplexAttribute {
  const { description, multiValued, required, mutability, returned } = simple(name);
  return { name, description, multiValued, required, mutability, returned, type: "complex", subAttributes, ...rest };
}

/** The attribute that is refused; undefined when nothing is. */
function refused(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError && error.refusal.code === "invalid_value") return error.refusal.attribute;
    throw error;
  }
}

const schema = (attributes: ExtensionAttribute[], name = urn) => ({
  urn: name,
  name: "Acme",
  description: "",
  attributes,
});
const many = (count: number) => Array.from({ length: count }, (_, n) => simple(`a${n}`));

describe("a definition", () => {
  it.each([
    urn,
    "urn:ietf:params:scim:schemas:extension:Acme:2.0:User",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:UserPlus",
    `urn:a:${"x".repeat(MAX_URN_LENGTH - 6)}`,
  ])("may have the URN %s", (name) => {
    expect(refused(() => checkSchema(schema([simple("a")], name)))).toBeUndefined();
  });

  it.each([
    "acme",
    "urn:",
    "urn:a",
    "URN:acme:x",
    "urn:acme:x y",
    "urn:acme:",
    `urn:a:${"x".repeat(MAX_URN_LENGTH)}`,
    "urn:ietf:params:scim:schemas:core:2.0:User",
    "urn:IETF:params:scim:schemas:core:2.0:Other",
    "urn:ietf:params:scim:api:messages:2.0:PatchOp",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user",
    "urn:okta:scim:schemas:core:1.0:Role",
  ])("may not have the URN %s", (name) => {
    expect(refused(() => checkSchema(schema([simple("a")], name)))).toBe("urn");
  });

  it.each<[string, ExtensionAttribute[], string]>([
    ["nothing", [], "attributes"],
    ["too much", many(MAX_ATTRIBUTES_PER_SCHEMA + 1), "attributes"],
    ["a name that begins with a digit", [simple("1a")], "attributes.1a"],
    ["a name with a dot", [simple("a.b")], "attributes.a.b"],
    ["a name that objects inherit", [simple("constructor")], "attributes.constructor"],
    ["a name twice, in two cases", [simple("a"), simple("A")], "attributes.A"],
    ["a unique boolean", [simple("a", { type: "boolean", uniqueness: "server" })], "attributes.a"],
    ["a unique part", [complex("a", [simple("b", { uniqueness: "server" })])], "attributes.a.b"],
    ["too many parts", [complex("a", many(MAX_SUB_ATTRIBUTES + 1))], "attributes.a"],
    [
      "a fixed part of a list",
      [complex("a", [simple("b", { mutability: "immutable" })], { multiValued: true })],
      "attributes.a.b",
    ],
    ["required but readOnly", [simple("a", { required: true, mutability: "readOnly" })], "attributes.a"],
    ["writeOnly but returned", [simple("a", { mutability: "writeOnly" })], "attributes.a"],
    [
      "writeOnly but required",
      [simple("a", { mutability: "writeOnly", returned: "never", required: true })],
      "attributes.a",
    ],
    [
      "writeOnly but unique",
      [simple("a", { mutability: "writeOnly", returned: "never", uniqueness: "server" })],
      "attributes.a",
    ],
    [
      "writeOnly as a whole",
      [complex("a", [simple("b")], { mutability: "writeOnly", returned: "never" })],
      "attributes.a",
    ],
    ["an empty canonical value", [simple("a", { canonicalValues: [""] })], "attributes.a"],
  ])("may not hold %s", (_, attributes, attribute) => {
    expect(refused(() => checkSchema(schema(attributes)))).toBe(attribute);
  });

  it("may hold as much as its limits say", () => {
    const parts = complex("parts", many(MAX_SUB_ATTRIBUTES));
    expect(refused(() => checkSchema(schema([parts, ...many(MAX_ATTRIBUTES_PER_SCHEMA - 1)])))).toBeUndefined();
  });
});

describe("a new definition", () => {
  const current = [simple("a"), complex("c", [simple("d")])];

  it.each<[string, ExtensionAttribute[]]>([
    ["more", [...current, simple("b", { required: true })]],
    [
      "other words and rules",
      [simple("a", { description: "x", required: true, returned: "never" }), ...current.slice(1)],
    ],
    ["more parts", [simple("a"), complex("c", [simple("e"), simple("d")])]],
    ["another order", current.toReversed()],
  ])("may have %s", (_, next) => {
    expect(refused(() => checkSuccession(current, next))).toBeUndefined();
  });

  it.each<[string, ExtensionAttribute[], string]>([
    ["less", current.slice(1), "attributes.a"],
    ["another spelling", [simple("A"), ...current.slice(1)], "attributes.a"],
    ["another type", [simple("a", { type: "integer" }), ...current.slice(1)], "attributes.a"],
    ["several values for one", [simple("a", { multiValued: true }), ...current.slice(1)], "attributes.a"],
    ["another case rule", [simple("a", { caseExact: true }), ...current.slice(1)], "attributes.a"],
    ["a new uniqueness", [simple("a", { uniqueness: "server" }), ...current.slice(1)], "attributes.a"],
    [
      "a value that is no longer stored",
      [simple("a", { mutability: "writeOnly", returned: "never" }), ...current.slice(1)],
      "attributes.a",
    ],
    ["fewer parts", [simple("a"), complex("c", [simple("e")])], "attributes.c.d"],
    ["a part of another type", [simple("a"), complex("c", [simple("d", { type: "boolean" })])], "attributes.c.d"],
  ])("may not have %s", (_, next, attribute) => {
    expect(refused(() => checkSuccession(current, next))).toBe(attribute);
  });
});

describe("unique values", () => {
  const unique = { uniqueness: "server" } as const;
  const schemas = [
    {
      urn,
      attributes: [
        simple("badge", unique),
        simple("codes", { ...unique, caseExact: true, multiValued: true }),
        simple("note"),
      ],
    },
  ] as const;

  it("are those of unique attributes, as they are compared, each once", () => {
    const found = uniqueValues(
      { [urn]: { badge: "ÉA", codes: ["x", "X", "x"], note: "n" }, "urn:other": { badge: "1" } },
      schemas,
    );
    expect(found.map(({ attribute, key }) => [attribute, key])).toEqual([
      [`${urn}:badge`, "éa"],
      [`${urn}:codes`, "X"],
      [`${urn}:codes`, "x"],
    ]);
  });

  it("can be told apart by eye; an empty text is none", () => {
    expect(uniqueValues({ [urn]: { badge: "" } }, schemas)).toEqual([]);
    expect(refused(() => uniqueValues({ [urn]: { badge: "a\u200b" } }, schemas))).toBe(`${urn}:badge`);
  });
});
