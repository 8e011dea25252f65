import type { JsonObject } from "../json/json-value.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import { SCHEMA_RESOURCE_TYPE } from "../urns.ts";

/** The resources of /ResourceTypes (RFC 7643 §6), one for each type. */
export function resourceTypes(types: readonly ResourceType<unknown>[], baseUrl: string): JsonObject[] {
  return types.map(({ definition }) => ({
    schemas: [SCHEMA_RESOURCE_TYPE],
    id: definition.name,
    name: definition.name,
    description: definition.description,
    endpoint: definition.endpoint,
    schema: definition.schema.id,
    schemaExtensions: definition.extensions.map(({ schema, required }) => ({
      schema: schema.id,
      required,
    })),
    meta: {
      resourceType: "ResourceType",
      location: `${baseUrl}/ResourceTypes/${definition.name}`,
    },
  }));
}
