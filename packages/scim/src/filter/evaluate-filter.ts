import { getOwn, isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { parseDateTime } from "../resource/date-time.ts";
import type { Scalar } from "../resource/read-scalar.ts";
import type { ComparisonOperator } from "./filter.ts";
import { foldCase } from "./fold-case.ts";
import type { FilterAttribute, ResolvedComparison, ResolvedFilter } from "./resolved-filter.ts";

/**
 * Whether a canonical resource satisfies a filter (RFC 7644 §3.4.2.2).
 *
 * - Several values: one that satisfies the comparison is enough, with `ne` too. A value path is
 *   satisfied by one element that satisfies all of it.
 * - `pr`: there is a value, and it is not the empty string.
 * - No value: `eq null` and `ne "x"` are true, every other comparison is false.
 * - Order of strings is that of code points, as a database that sorts UTF-8 has it; of dateTimes that of time.
 */
export function evaluateFilter(filter: ResolvedFilter, resource: JsonObject): boolean {
  switch (filter.kind) {
    case "and":
      return filter.filters.every((part) => evaluateFilter(part, resource));
    case "or":
      return filter.filters.some((part) => evaluateFilter(part, resource));
    case "not":
      return !evaluateFilter(filter.filter, resource);
    case "present":
      return valuesAt(resource, filter.attribute.keys).some(isPresent);
    case "valuePath":
      return valuesAt(resource, filter.attribute.keys).some((element) => evaluateElementFilter(filter.filter, element));
    case "comparison":
      return compareAny(filter, valuesAt(resource, filter.attribute.keys));
  }
}

/** Whether one element satisfies the filter of a value path. A simple value is its own `value`. */
export function evaluateElementFilter(filter: ResolvedFilter, element: JsonValue): boolean {
  return evaluateFilter(filter, isJsonObject(element) ? element : { value: element });
}

/** All values the keys lead to; lists on the way are entered. */
function valuesAt(resource: JsonObject, keys: readonly string[]): JsonValue[] {
  let values: JsonValue[] = [resource];
  for (const key of keys) {
    values = values.flatMap((value) =>
      isJsonObject(value) ? (getOwn(value, key) ?? []) : key === "value" ? value : [],
    );
  }
  return values;
}

function isPresent(value: JsonValue): boolean {
  return value !== null && value !== "";
}

function compareAny(filter: ResolvedComparison, values: readonly JsonValue[]): boolean {
  const { operator, value: literal, attribute } = filter;
  if (literal === null) return values.some((value) => value !== null) === (operator === "ne");
  if (values.length === 0) return operator === "ne";
  const right = comparable(attribute, literal);
  return values.some((value) => {
    const left = comparable(attribute, value);
    return left !== undefined && right !== undefined && COMPARE[operator](left, right);
  });
}

/** A form in which JavaScript's own comparison is the attribute's; undefined for what is no scalar. */
function comparable(attribute: FilterAttribute, value: JsonValue): Scalar | undefined {
  if (value === null || typeof value === "object") return undefined;
  if (typeof value !== "string") return value;
  if (attribute.type === "dateTime") return parseDateTime(value);
  return attribute.caseExact ? value : foldCase(value);
}

const COMPARE = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  co: (left, right) => String(left).includes(String(right)),
  sw: (left, right) => String(left).startsWith(String(right)),
  ew: (left, right) => String(left).endsWith(String(right)),
  gt: (left, right) => order(left, right) > 0,
  ge: (left, right) => order(left, right) >= 0,
  lt: (left, right) => order(left, right) < 0,
  le: (left, right) => order(left, right) <= 0,
} as const satisfies Record<ComparisonOperator, (left: Scalar, right: Scalar) => boolean>;

/** Below zero, zero or above. JavaScript's own order of strings puts U+E000 to U+FFFF after all that comes later. */
function order(left: Scalar, right: Scalar): number {
  if (typeof left !== "string" || typeof right !== "string") return left < right ? -1 : Number(left > right);
  let index = 0;
  while (index < left.length && left.charCodeAt(index) === right.charCodeAt(index)) index++;
  return (left.codePointAt(index) ?? -1) - (right.codePointAt(index) ?? -1);
}
