import { foldCase } from "../filter/fold-case.ts";
import { getOwn, isJsonObject, type JsonValue } from "../json/json-value.ts";
import { type Attribute, findAttribute } from "../schema/attribute.ts";

/**
 * A key that is equal for elements with the same `value`, by the case rule of that sub-attribute.
 * Elements without `value` have one key if they are equal altogether.
 */
export function identityOf(attribute: Attribute, element: JsonValue): string {
  const value = isJsonObject(element) ? getOwn(element, "value") : element;
  if (value === undefined) return `whole:${stableText(element)}`;
  const caseExact = findAttribute(attribute.attributes, "value")?.caseExact ?? true;
  return typeof value === "string" && !caseExact ? `value:${foldCase(value)}` : `value:${stableText(value)}`;
}

/** JSON text that does not depend on the order of keys. */
function stableText(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${stableText(entry)}`).join(",")}}`;
}
