import type { JsonObject } from "../json/json-value.ts";
import { type Attribute, type AttributeMap, findAttribute } from "../schema/attribute.ts";
import type { AttributeDefinition, SchemaDefinition } from "../schema/definition.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import { SCHEMA_SCHEMA } from "../urns.ts";

/**
 * The resources of /Schemas (RFC 7643 §7): the schemas and extensions of the types, each once, with
 * every characteristic spelled out. Common attributes are in no schema (§3.1).
 */
export function schemas(types: readonly ResourceType<unknown>[], baseUrl: string): JsonObject[] {
  const described = new Map<string, JsonObject>();
  for (const type of types) {
    const { schema, extensions } = type.definition;
    described.set(schema.id, describeSchema(schema, type.attributes, baseUrl));
    for (const extension of extensions) {
      const attributes = findAttribute(type.attributes, extension.schema.id)?.attributes;
      if (attributes === undefined) continue;
      described.set(extension.schema.id, describeSchema(extension.schema, attributes, baseUrl));
    }
  }
  return [...described.values()];
}

function describeSchema(schema: SchemaDefinition, attributes: AttributeMap, baseUrl: string): JsonObject {
  return {
    schemas: [SCHEMA_SCHEMA],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    attributes: describeAll(schema.attributes, attributes),
    meta: { resourceType: "Schema", location: `${baseUrl}/Schemas/${schema.id}` },
  };
}

function describeAll(definitions: readonly AttributeDefinition[], attributes: AttributeMap): JsonObject[] {
  return definitions.flatMap(({ name }) => {
    const attribute = findAttribute(attributes, name);
    return attribute === undefined ? [] : [describe(attribute)];
  });
}

function describe(attribute: Attribute): JsonObject {
  const { definition, name, type, multiValued, required, caseExact, mutability, returned } = attribute;
  const { description, canonicalValues = [], referenceTypes, subAttributes } = definition;
  return {
    name,
    type,
    multiValued,
    description,
    required,
    ...(canonicalValues.length === 0 ? {} : { canonicalValues: [...canonicalValues] }),
    caseExact,
    mutability,
    returned,
    uniqueness: definition.uniqueness ?? "none",
    ...(referenceTypes === undefined ? {} : { referenceTypes: [...referenceTypes] }),
    ...(subAttributes === undefined ? {} : { subAttributes: describeAll(subAttributes, attribute.attributes) }),
  };
}
