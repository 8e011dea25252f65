import { ScimError } from "../errors/scim-error.ts";
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import type { Attribute } from "../schema/attribute.ts";
import type { ResourceType } from "../schema/resource-type.ts";

/**
 * The last step that makes attributes a resource of the type: the values were checked one by one
 * against the same definition, and here all required ones turn out to be there.
 *
 * @throws ScimError 400 invalidValue naming the attribute that is missing or empty.
 */
export function assertComplete<TResource>(
  type: ResourceType<TResource>,
  resource: JsonObject | TResource,
): asserts resource is TResource {
  if (isJsonObject(resource)) requireAll(type.demands, resource);
}

function requireAll(demands: readonly Attribute[], object: JsonObject): void {
  for (const attribute of demands) {
    const value = getOwn(object, attribute.name);
    if (attribute.required && isEmpty(value)) {
      throw new ScimError("invalidValue", `${attribute.path} is required.`);
    }
    for (const element of Array.isArray(value) ? value : [value]) {
      if (isJsonObject(element)) requireAll(attribute.demands, element);
    }
  }
}

function isEmpty(value: JsonValue | undefined): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}
