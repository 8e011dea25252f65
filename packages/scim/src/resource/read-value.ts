import { scalarToValue } from "../dialects/scalar-to-value.ts";
import { unwrapSingle } from "../dialects/unwrap-single.ts";
import { ScimError } from "../errors/scim-error.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { type Attribute, type AttributeMap, findAttribute } from "../schema/attribute.ts";
import { readScalar } from "./read-scalar.ts";

/** Values one multi-valued attribute may have in a request. */
export const MAX_VALUES_PER_ATTRIBUTE = 100_000;

/**
 * Checks a value against its attribute and brings it into canonical form; undefined if it is
 * unassigned: null, an empty list or an object with nothing in it (RFC 7643 §2.5).
 *
 * @throws ScimError 400 invalidValue naming the attribute; 413 above MAX_VALUES_PER_ATTRIBUTE.
 */
export function readValue(attribute: Attribute, value: JsonValue): JsonValue | undefined {
  return attribute.multiValued ? readElements(attribute, value) : readElement(attribute, value);
}

/** The values of a multi-valued attribute; one that is not in a list counts as a list of one. */
export function readElements(attribute: Attribute, value: JsonValue): JsonValue[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  if (list.length > MAX_VALUES_PER_ATTRIBUTE) {
    throw new ScimError("payloadTooLarge", `${attribute.path} has more than ${MAX_VALUES_PER_ATTRIBUTE} values.`);
  }
  const elements: JsonValue[] = [];
  for (const entry of list) {
    const element = readElement(attribute, entry);
    if (element !== undefined) elements.push(element);
  }
  if (elements.filter(isPrimary).length > 1) {
    throw new ScimError("invalidValue", `${attribute.path} has more than one primary value.`);
  }
  return elements.length === 0 ? undefined : elements;
}

/** One value: that of a single-valued attribute, or an element of a multi-valued one. */
export function readElement(attribute: Attribute, value: JsonValue): JsonValue | undefined {
  const single = unwrapSingle(attribute, value);
  if (single === undefined || single === null) return undefined;
  if (attribute.type !== "complex") return readScalar(attribute, single);
  const object = readAttributes(attribute.attributes, toComplex(attribute, single));
  return Object.keys(object).length === 0 ? undefined : object;
}

/** What there is to write: known, neither read-only nor write-only, and assigned. */
export function readAttributes(attributes: AttributeMap, object: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const [key, entry] of Object.entries(object)) {
    const attribute = findAttribute(attributes, key);
    if (attribute === undefined || attribute.mutability === "readOnly") continue;
    const value = readValue(attribute, entry);
    if (value === undefined || attribute.mutability === "writeOnly") continue;
    if (Object.hasOwn(result, attribute.name)) {
      throw new ScimError("invalidSyntax", `${attribute.path} is given twice.`);
    }
    result[attribute.name] = value;
  }
  return result;
}

/** @throws ScimError 400 invalidValue if the value is no object and cannot stand for one. */
export function toComplex(attribute: Attribute, value: JsonValue): JsonObject {
  const object = isJsonObject(value) ? value : scalarToValue(attribute, value);
  if (object === undefined) throw new ScimError("invalidValue", `${attribute.path} must be an object.`);
  return object;
}

export function isPrimary(element: JsonValue): boolean {
  return isJsonObject(element) && element["primary"] === true;
}
