import { ScimError } from "../errors/scim-error.ts";
import { getOwn, isJsonObject, type JsonObject, type JsonValue, withOwn } from "../json/json-value.ts";
import type { Step } from "../path/resolve-path.ts";
import type { Change } from "./change.ts";
import { changeElement, changeValue } from "./change-value.ts";
import { selectElements } from "./select-elements.ts";

/**
 * Applies one change; the resource itself is returned if nothing changes.
 *
 * @throws ScimError 400 mutability if a path names a read-only attribute.
 */
export function applyChange(resource: JsonObject, change: Change): JsonObject {
  const fixed = change.target.find(({ attribute }) => attribute.mutability === "readOnly");
  if (fixed === undefined) return updateObject(resource, change.target, change);
  if (change.source === "key") return resource;
  throw new ScimError("mutability", `${fixed.attribute.path} is read-only.`);
}

/** Follows the steps down from `object` and rebuilds what lies on the way. */
function updateObject(object: JsonObject, steps: readonly Step[], change: Change): JsonObject {
  const [step, ...below] = steps;
  if (step === undefined) return object;
  const { name } = step.attribute;
  const value = updateValue([step, ...below], getOwn(object, name), change);
  return withOwn(object, name, value);
}

function updateValue(
  [step, ...below]: readonly [Step, ...Step[]],
  current: JsonValue | undefined,
  change: Change,
): JsonValue | undefined {
  const { attribute } = step;
  if (below.length === 0 && step.filter === undefined) return changeValue(attribute, current, change);
  if (attribute.multiValued) {
    const elements = Array.isArray(current) ? current : [];
    return selectElements(step, elements, {
      op: change.op,
      mayCreate: change.op !== "remove" && change.value !== null,
      update: (element, op) => updateElement([step, ...below], element, { ...change, op }),
    });
  }
  const inner = updateObject(isJsonObject(current) ? current : {}, below, change);
  return Object.keys(inner).length === 0 ? undefined : inner;
}

/** One element of a multi-valued attribute; undefined if nothing is left of it. */
function updateElement(
  [step, ...below]: readonly [Step, ...Step[]],
  element: JsonValue,
  change: Change,
): JsonValue | undefined {
  const leaf = below.at(-1);
  if (leaf === undefined) return changeElement(step.attribute, element, change);
  const inner = updateObject(isJsonObject(element) ? element : {}, below, change);
  // An e-mail whose address is taken away is no e-mail any more.
  const isEmptied = leaf.attribute.name === "value" && !Object.hasOwn(inner, "value");
  return isEmptied || Object.keys(inner).length === 0 ? undefined : inner;
}
