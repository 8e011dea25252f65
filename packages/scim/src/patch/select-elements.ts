import { elementFromFilter } from "../dialects/element-from-filter.ts";
import { ScimError } from "../errors/scim-error.ts";
import { evaluateElementFilter } from "../filter/evaluate-filter.ts";
import type { JsonValue } from "../json/json-value.ts";
import type { Step } from "../path/resolve-path.ts";
import { isPrimary, readElement } from "../resource/read-value.ts";
import type { PatchOperation } from "./patch-operation.ts";
import { settlePrimary } from "./settle-primary.ts";

type Op = PatchOperation["op"];

export interface ElementChange {
  readonly op: Op;
  /** Whether there is something to make an element with: null is nothing. */
  readonly mayCreate: boolean;
  /** The element after the change; undefined takes it out. */
  readonly update: (element: JsonValue, op: Op) => JsonValue | undefined;
}

/**
 * Changes the elements a step selects. If there are none, add and replace make one unless they
 * set it to null, and remove does nothing. Undefined if no element is left.
 *
 * @throws ScimError 400 noTarget if the filter does not say what an element to be made looks like.
 */
export function selectElements(
  step: Step,
  elements: readonly JsonValue[],
  change: ElementChange,
): JsonValue[] | undefined {
  const selected = elements.map((element) => isSelected(step, element));
  const isCreation = change.mayCreate && !selected.includes(true);
  const result: JsonValue[] = [];
  let primary: number | undefined;
  const keep = (before: JsonValue | undefined, after: JsonValue | undefined): void => {
    if (after === undefined) return;
    if (isPrimary(after) && !(before !== undefined && isPrimary(before))) primary ??= result.length;
    result.push(after);
  };
  elements.forEach((element, index) => {
    keep(element, selected[index] === true ? change.update(element, change.op) : element);
  });
  if (isCreation) keep(undefined, change.update(draftElement(step), "add"));
  return result.length === 0 ? undefined : settlePrimary(result, primary);
}

function isSelected({ filter }: Step, element: JsonValue): boolean {
  return filter === undefined || evaluateElementFilter(filter, element);
}

function draftElement({ attribute, filter }: Step): JsonValue {
  if (filter === undefined) return {};
  const draft = attribute.type === "complex" ? elementFromFilter(filter) : undefined;
  const element = draft === undefined ? undefined : readElement(attribute, draft);
  if (element === undefined) {
    throw new ScimError("noTarget", `No value of ${attribute.path} satisfies the filter of the path.`);
  }
  return element;
}
