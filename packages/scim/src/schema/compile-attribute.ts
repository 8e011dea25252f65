import type { Attribute, AttributeMap, Selection } from "./attribute.ts";
import type { AttributeDefinition, SchemaExtension } from "./definition.ts";

// RFC 7643 §2.1 (attrName); `$ref` is the one name the standard itself puts outside that rule.
const ATTRIBUTE_NAME = /^(?:[A-Za-z][A-Za-z0-9_-]*|\$ref)$/u;
const SCHEMA_URN = /^urn:[A-Za-z0-9][A-Za-z0-9-]*:\S+$/u;

/** @throws TypeError if a name is not one of RFC 7643 §2.1 or occurs twice. */
export function compileAttributes(definitions: readonly AttributeDefinition[], prefix: string): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const definition of definitions) {
    if (!ATTRIBUTE_NAME.test(definition.name)) {
      throw new TypeError(`${prefix}${definition.name} is not an attribute name.`);
    }
    const key = definition.name.toLowerCase();
    if (attributes.has(key)) throw new TypeError(`${prefix}${definition.name} is defined twice.`);
    attributes.set(key, compileAttribute(definition, prefix));
  }
  return attributes;
}

/** @throws TypeError if the schema's id is not a URN. */
export function compileExtension(extension: SchemaExtension): Attribute {
  const { id: name, description, attributes: subAttributes } = extension.schema;
  if (!SCHEMA_URN.test(name)) throw new TypeError(`${name} is not a URN.`);
  return compileAttribute({ name, description, type: "complex", required: extension.required, subAttributes }, "");
}

export function selectByDefault(attributes: AttributeMap): Selection {
  const selected = [...attributes.values()].filter(({ returned }) => returned === "always" || returned === "default");
  return new Map(selected.map(({ name, selection }) => [name, selection]));
}

export function demandsOf(attributes: AttributeMap): Attribute[] {
  return [...attributes.values()].filter(({ required, demands }) => required || demands.length > 0);
}

function compileAttribute(definition: AttributeDefinition, prefix: string): Attribute {
  const { name, type = "string", multiValued = false } = definition;
  const path = `${prefix}${name}`;
  const attributes = compileAttributes(
    type === "complex" ? (definition.subAttributes ?? []) : impliedValue(definition),
    name.includes(":") ? `${path}:` : `${path}.`,
  );
  const selection = selectByDefault(attributes);
  const isWhole = [...selection.values()].every((part) => part === "whole");
  return {
    definition,
    name,
    path,
    type,
    multiValued,
    required: definition.required ?? false,
    caseExact: definition.caseExact ?? (type === "reference" || type === "binary"),
    mutability: definition.mutability ?? "readWrite",
    returned: definition.returned ?? "default",
    attributes,
    demands: type === "complex" ? demandsOf(attributes) : [],
    selection: isWhole && selection.size === attributes.size ? "whole" : selection,
  };
}

function impliedValue(definition: AttributeDefinition): AttributeDefinition[] {
  if (definition.multiValued !== true) return [];
  return [{ ...definition, name: "value", multiValued: false }];
}
