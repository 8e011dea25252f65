import { isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import type { Selection } from "../schema/attribute.ts";
import type { Projection } from "./projection.ts";

/** The part of a canonical resource that the response holds. */
export function project(projection: Projection, resource: JsonObject): JsonObject {
  return selectKeys(projection.selection, resource);
}

function selectKeys(selection: Selection, object: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(object)) {
    const part = selection.get(key);
    const selected = part === undefined || part === "whole" ? value : selectValue(part, value);
    if (part !== undefined && selected !== undefined) result[key] = selected;
  }
  return result;
}

/** Undefined if nothing is left: there are no empty objects and lists (RFC 7643 §2.5). */
function selectValue(selection: Selection, value: JsonValue): JsonValue | undefined {
  if (Array.isArray(value)) {
    const elements = value.flatMap((element) => selectValue(selection, element) ?? []);
    return elements.length === 0 ? undefined : elements;
  }
  if (!isJsonObject(value)) return undefined;
  const object = selectKeys(selection, value);
  return Object.keys(object).length === 0 ? undefined : object;
}
