import { ScimError } from "../errors/scim-error.ts";
import type { ResolvedFilter } from "../filter/resolved-filter.ts";
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import type { Change } from "./change.ts";

/**
 * Values that all operations of one PATCH together may look at, times the comparisons of their
 * filters. Many operations on an attribute with many values would otherwise multiply.
 */
export const MAX_PATCH_WORK = 1_000_000;

/**
 * What is left of the budget after a change.
 *
 * @throws ScimError 413 if nothing is.
 */
export function spendWork(budget: number, resource: JsonObject, change: Change): number {
  const rest = budget - estimateWork(resource, change);
  if (rest < 0) throw new ScimError("payloadTooLarge", "The operations touch too many values.");
  return rest;
}

function estimateWork(resource: JsonObject, { target, value }: Change): number {
  let current: JsonValue | undefined = resource;
  let terms = 1;
  for (const { attribute, filter } of target) {
    if (!isJsonObject(current)) break;
    current = getOwn(current, attribute.name);
    if (filter !== undefined) terms = countTerms(filter);
  }
  return lengthOf(current) * terms + lengthOf(value);
}

function lengthOf(value: JsonValue | undefined): number {
  return Array.isArray(value) ? value.length : 1;
}

function countTerms(filter: ResolvedFilter): number {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.filters.reduce((sum, part) => sum + countTerms(part), 0);
    case "not":
    case "valuePath":
      return countTerms(filter.filter);
    case "comparison":
    case "present":
      return 1;
  }
}
