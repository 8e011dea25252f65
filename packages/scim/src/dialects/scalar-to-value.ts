import type { JsonObject, JsonValue } from "../json/json-value.ts";
import { type Attribute, findAttribute } from "../schema/attribute.ts";

/**
 * Entra sends a manager as a bare id, `"manager": "26118915"`, and other providers send members or
 * e-mail addresses as bare strings. A string that stands for a complex attribute is its `value`
 * (RFC 7643 §2.4); an empty one clears it. Undefined if the attribute has no `value`.
 */
export function scalarToValue(attribute: Attribute, value: JsonValue): JsonObject | undefined {
  if (typeof value !== "string" || findAttribute(attribute.attributes, "value") === undefined) {
    return undefined;
  }
  return value === "" ? {} : { value };
}
