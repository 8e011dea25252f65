import { ScimError } from "../errors/scim-error.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import { assertComplete } from "./assert-complete.ts";
import { readAttributes } from "./read-value.ts";

/**
 * Reads the body of a POST (RFC 7644 §3.3) into a canonical resource: names in the
 * schema's spelling, values of the schema's types, nothing unassigned, read-only, write-only or
 * unknown. `schemas` is computed, since identity providers send other URNs than they mean.
 *
 * @throws ScimError 400 invalidSyntax if the body is not an object; 400 invalidValue, naming the
 * attribute, if a value is missing or of the wrong type.
 */
export function readResource<TResource>(type: ResourceType<TResource>, body: JsonValue): TResource {
  const attributes = readBody(type, body);
  const resource = { schemas: schemasOf(type, attributes), ...attributes };
  assertComplete(type, resource);
  return resource;
}

/** The attributes that a body states; required ones may be missing. */
export function readBody<TResource>(type: ResourceType<TResource>, body: JsonValue): JsonObject {
  if (!isJsonObject(body)) throw new ScimError("invalidSyntax", "The body must be a JSON object.");
  requireSchemaList(body);
  return readAttributes(type.attributes, body);
}

/** The URNs of the schemas whose attributes `resource` holds. */
export function schemasOf<TResource>(type: ResourceType<TResource>, resource: JsonObject): string[] {
  const present = type.extensions.filter(({ name }) => Object.hasOwn(resource, name));
  return [type.definition.schema.id, ...present.map(({ name }) => name)];
}

function requireSchemaList(body: JsonObject): void {
  for (const [key, value] of Object.entries(body)) {
    if (key.toLowerCase() !== "schemas" || value === null) continue;
    if (Array.isArray(value) && value.every((urn) => typeof urn === "string")) continue;
    throw new ScimError("invalidValue", "schemas must be an array of strings.");
  }
}
