import { removeListed } from "../dialects/remove-listed.ts";
import { unwrapSingle } from "../dialects/unwrap-single.ts";
import { ScimError } from "../errors/scim-error.ts";
import { jsonEqual } from "../json/json-equal.ts";
import { getOwn, isJsonObject, type JsonValue, withOwn } from "../json/json-value.ts";
import { readElement, readElements, readValue } from "../resource/read-value.ts";
import { type Attribute, findAttribute } from "../schema/attribute.ts";
import { addElements } from "./add-elements.ts";
import type { PatchOperation } from "./patch-operation.ts";

export interface ValueChange {
  readonly op: PatchOperation["op"];
  readonly value: JsonValue | undefined;
}

/**
 * The value of an attribute after an operation on all of it (RFC 7644 §3.5.2.1 to §3.5.2.3);
 * undefined if it is unassigned.
 *
 * @throws ScimError 400 invalidValue if the new value does not fit; 400 mutability if an immutable
 * attribute would change.
 */
export function changeValue(
  attribute: Attribute,
  current: JsonValue | undefined,
  change: ValueChange,
): JsonValue | undefined {
  const next = nextValue(attribute, current, change);
  if (attribute.mutability === "writeOnly") return undefined;
  if (attribute.mutability === "immutable" && current !== undefined && !jsonEqual(current, next)) {
    throw new ScimError("mutability", `${attribute.path} cannot be changed once it is set.`);
  }
  return next;
}

/** One element of a multi-valued attribute after an operation on all of it. */
export function changeElement(
  attribute: Attribute,
  current: JsonValue,
  { op, value }: ValueChange,
): JsonValue | undefined {
  if (op === "remove") return undefined;
  const single = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const element = readElement(attribute, requireValue(attribute, single));
  if (op === "replace") return element;
  if (element === undefined || !isJsonObject(element) || !isJsonObject(current)) return element ?? current;
  return { ...current, ...element };
}

function nextValue(
  attribute: Attribute,
  current: JsonValue | undefined,
  { op, value }: ValueChange,
): JsonValue | undefined {
  if (op === "remove") return removeValue(attribute, current, value);
  const assigned = requireValue(attribute, value);
  if (attribute.multiValued) {
    const elements = readElements(attribute, assigned);
    if (op === "replace" || elements === undefined) return op === "replace" ? elements : current;
    return addElements(attribute, Array.isArray(current) ? current : [], elements);
  }
  if (attribute.type === "complex") return mergeComplex(attribute, current, { op, value: assigned });
  // Taking null for "unassigned" would leave open whether an account is active.
  if (attribute.type === "boolean" && assigned === null) {
    throw new ScimError("invalidValue", `${attribute.path} must be true or false.`);
  }
  return readValue(attribute, assigned);
}

function removeValue(
  attribute: Attribute,
  current: JsonValue | undefined,
  listed: JsonValue | undefined,
): JsonValue | undefined {
  if (!attribute.multiValued || listed === undefined || listed === null) return undefined;
  if (!Array.isArray(current)) return current;
  const rest = removeListed(attribute, current, readElements(attribute, listed) ?? []);
  return rest.length === 0 ? undefined : rest;
}

/** What the value does not mention stays (RFC 7644 §3.5.2.3); what it sets to null goes. */
function mergeComplex(
  attribute: Attribute,
  current: JsonValue | undefined,
  { op, value }: { readonly op: ValueChange["op"]; readonly value: JsonValue },
): JsonValue | undefined {
  const single = unwrapSingle(attribute, value);
  if (single === undefined || !isJsonObject(single)) return readValue(attribute, single ?? null);
  let result = isJsonObject(current) ? current : {};
  for (const [key, entry] of Object.entries(single)) {
    const child = findAttribute(attribute.attributes, key);
    if (child === undefined || child.mutability === "readOnly") continue;
    const next = changeValue(child, getOwn(result, child.name), { op, value: entry });
    result = withOwn(result, child.name, next);
  }
  return Object.keys(result).length === 0 ? undefined : result;
}

function requireValue(attribute: Attribute, value: JsonValue | undefined): JsonValue {
  if (value === undefined) throw new ScimError("invalidValue", `${attribute.path} needs a value.`);
  return value;
}
