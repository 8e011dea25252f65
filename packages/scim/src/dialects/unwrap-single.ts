import { ScimError } from "../errors/scim-error.ts";
import type { JsonValue } from "../json/json-value.ts";
import type { Attribute } from "../schema/attribute.ts";

/**
 * Entra wraps the manager in a list, `"manager": [{"$ref": "…", "value": "26118915"}]`. A list of
 * one stands for a single complex value; an empty list is unassigned (RFC 7643 §2.5).
 *
 * @throws ScimError 400 invalidValue for any other list where a single value belongs.
 */
export function unwrapSingle(attribute: Attribute, value: JsonValue): JsonValue | undefined {
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return undefined;
  if (value.length === 1 && attribute.type === "complex" && !Array.isArray(value[0])) return value[0];
  throw new ScimError("invalidValue", `${attribute.path} must be a single value.`);
}
