import { ScimError } from "../errors/scim-error.ts";
import { jsonEqual } from "../json/json-equal.ts";
import { getOwn, isJsonObject, type JsonObject } from "../json/json-value.ts";
import type { Attribute } from "../schema/attribute.ts";

/**
 * What is read-only or immutable may not go, or change, with what it is a part of either: with a whole extension, or
 * a complex attribute, that is removed.
 *
 * @throws ScimError 400 mutability naming the attribute.
 */
export function assertUntouched(attributes: Iterable<Attribute>, before: JsonObject, after: JsonObject): void {
  for (const attribute of attributes) {
    const [value, next] = [getOwn(before, attribute.name), getOwn(after, attribute.name)];
    if (value === undefined || value === next) continue;
    const isFixed = attribute.mutability === "readOnly" || attribute.mutability === "immutable";
    if (isFixed && (next === undefined || !jsonEqual(value, next))) {
      throw new ScimError("mutability", `${attribute.path} cannot be changed or removed.`);
    }
    if (isJsonObject(value)) {
      assertUntouched(attribute.attributes.values(), value, isJsonObject(next) ? next : {});
    }
  }
}
