import type { ResolvedFilter } from "../filter/resolved-filter.ts";
import { getOwn, type JsonObject } from "../json/json-value.ts";

/**
 * Entra writes `emails[type eq "work"].value` with Add or Replace also when there is no such e-mail
 * yet, and means one to be made. The new element says what the filter asks for: `{"type": "work"}`.
 * Undefined if the filter is more than eq terms joined by and, or contradicts itself: then nobody
 * can say what would satisfy it.
 */
export function elementFromFilter(filter: ResolvedFilter): JsonObject | undefined {
  if (filter.kind === "and") return mergeParts(filter.filters);
  if (filter.kind !== "comparison" || filter.operator !== "eq" || filter.value === null) return undefined;
  const [key, ...deeper] = filter.attribute.keys;
  return key === undefined || deeper.length > 0 ? undefined : { [key]: filter.value };
}

function mergeParts(filters: readonly ResolvedFilter[]): JsonObject | undefined {
  const element: JsonObject = {};
  for (const filter of filters) {
    const part = elementFromFilter(filter);
    if (part === undefined) return undefined;
    for (const [key, value] of Object.entries(part)) {
      if ((getOwn(element, key) ?? value) !== value) return undefined;
      element[key] = value;
    }
  }
  return element;
}
