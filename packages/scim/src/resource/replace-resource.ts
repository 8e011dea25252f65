import { ScimError } from "../errors/scim-error.ts";
import { jsonEqual } from "../json/json-equal.ts";
import { getOwn, isJsonObject, type JsonObject, type JsonValue, withOwn } from "../json/json-value.ts";
import type { Attribute, AttributeMap } from "../schema/attribute.ts";
import type { ResourceType } from "../schema/resource-type.ts";
import { assertComplete } from "./assert-complete.ts";
import { readBody, schemasOf } from "./read-resource.ts";

/**
 * Reads the body of a PUT into what the resource shall be (RFC 7644 §3.5.1). What the body leaves out is cleared, but
 * not what no client can change, and not what a client is not shown unless it asks: Okta sends back what it was
 * answered, and its silence is no wish.
 *
 * @throws ScimError as readResource; 400 mutability if an immutable attribute would change.
 */
export function replaceResource<TResource>(
  type: ResourceType<TResource>,
  current: TResource,
  body: JsonValue,
): TResource {
  if (!isJsonObject(current)) throw new TypeError("The resource is not an object.");
  const attributes = carryOver(type.attributes, current, readBody(type, body));
  const resource = { ...attributes, schemas: schemasOf(type, attributes) };
  assertComplete(type, resource, current);
  return resource;
}

function carryOver(attributes: AttributeMap, current: JsonObject, next: JsonObject): JsonObject {
  let result = next;
  for (const attribute of attributes.values()) {
    const before = getOwn(current, attribute.name);
    if (before === undefined) continue;
    result = withOwn(result, attribute.name, successor(attribute, before, getOwn(next, attribute.name)));
  }
  return result;
}

function successor(attribute: Attribute, before: JsonValue, after: JsonValue | undefined): JsonValue | undefined {
  const { mutability, returned } = attribute;
  if (mutability === "readOnly") return before;
  if (mutability === "immutable" && after !== undefined && !jsonEqual(before, after)) {
    throw new ScimError("mutability", `${attribute.path} cannot be changed once it is set.`);
  }
  if (mutability === "immutable") return before;
  if (after === undefined && (returned === "never" || returned === "request")) return before;
  if (attribute.type !== "complex" || attribute.multiValued || !isJsonObject(before)) return after;
  const object = carryOver(attribute.attributes, before, isJsonObject(after) ? after : {});
  return Object.keys(object).length === 0 ? undefined : object;
}
