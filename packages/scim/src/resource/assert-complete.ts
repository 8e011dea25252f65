import { ScimError } from "../errors/scim-error.ts";
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import type { Attribute } from "../schema/attribute.ts";
import type { ResourceType } from "../schema/resource-type.ts";

/**
 * The last step that makes attributes a resource of the type: the values were checked one by one
 * against the same definition, and here all required ones turn out to be there. What `before`, the
 * stored resource, lacks is not asked for: an attribute that became required later shall not keep
 * anyone from being deactivated.
 *
 * @throws ScimError 400 invalidValue naming the attribute that is missing or empty.
 */
export function assertComplete<TResource>(
  type: ResourceType<TResource>,
  resource: JsonObject | TResource,
  before?: JsonObject,
): asserts resource is TResource {
  if (isJsonObject(resource)) requireAll(type.demands, resource, before);
}

function requireAll(demands: readonly Attribute[], object: JsonObject, before: JsonObject | undefined): void {
  for (const attribute of demands) {
    const value = getOwn(object, attribute.name);
    const former = before && getOwn(before, attribute.name);
    const wasLacking = before !== undefined && isEmpty(former);
    if (attribute.required && isEmpty(value) && !wasLacking) {
      throw new ScimError("invalidValue", `${attribute.path} is required.`);
    }
    for (const element of Array.isArray(value) ? value : [value]) {
      if (isJsonObject(element)) requireAll(attribute.demands, element, isJsonObject(former) ? former : undefined);
    }
  }
}

function isEmpty(value: JsonValue | undefined): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}
