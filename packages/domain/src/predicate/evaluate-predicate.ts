import type { Attribute } from "./attribute.ts";
import { compareValues, textOf } from "./compare-values.ts";
import type { Operator, Predicate, PredicateValue } from "./predicate.ts";
import { attributesOf, valuesAt } from "./resource-values.ts";

type Comparison = Extract<Predicate, { kind: "compare" }>;

/**
 * Whether a user, or a group given with its `members`, satisfies a predicate: the same answer as the database's. Groups
 * of a user are those it holds.
 */
export function evaluatePredicate(predicate: Predicate, resource: object): boolean {
  return holds(predicate, attributesOf(resource));
}

function holds(predicate: Predicate, subject: unknown): boolean {
  switch (predicate.kind) {
    case "and":
      return predicate.operands.every((operand) => holds(operand, subject));
    case "or":
      return predicate.operands.some((operand) => holds(operand, subject));
    case "not":
      return !holds(predicate.operand, subject);
    case "present":
      // An empty text counts as absent here, unlike in comparisons.
      return valuesAt(subject, predicate.attribute.path).some((value) => value !== "");
    case "compare":
      return compare(predicate, valuesAt(subject, predicate.attribute.path));
    case "element": {
      const { list, where } = predicate;
      // A simple value is its own `value` (RFC 7643 §2.4).
      return valuesAt(subject, list.path).some((item) =>
        holds(where, list.type === "complex" ? item : { value: item }),
      );
    }
  }
}

function compare({ attribute, operator, value: literal }: Comparison, values: readonly unknown[]): boolean {
  if (literal === null) return operator === "eq" ? values.length === 0 : operator === "ne" && values.length > 0;
  if (operator === "ne" && values.length === 0) return true;
  // Ids are UUIDs, which are the same in any spelling.
  const isIdentity = attribute.path.join(".") === "id" && (operator === "eq" || operator === "ne");
  const compared = isIdentity ? { ...attribute, caseExact: false } : attribute;
  return values.some((value) => satisfies(value, operator, { attribute: compared, literal }));
}

interface Against {
  readonly attribute: Attribute;
  readonly literal: Exclude<PredicateValue, null>;
}

function satisfies(value: unknown, operator: Operator, { attribute, literal }: Against): boolean {
  if (!isComparable(attribute, literal)) return false;
  const difference = compareValues(attribute, value, literal);
  switch (operator) {
    case "eq":
      return difference === 0;
    case "ne":
      return difference !== 0;
    case "gt":
      return difference > 0;
    case "ge":
      return difference >= 0;
    case "lt":
      return difference < 0;
    case "le":
      return difference <= 0;
    case "co":
    case "sw":
    case "ew":
      return attribute.type === "text" && texts[operator](textOf(attribute, value), textOf(attribute, literal));
  }
}

const texts = {
  co: (text, part) => text.includes(part),
  sw: (text, part) => text.startsWith(part),
  ew: (text, part) => text.endsWith(part),
} as const satisfies Record<string, (text: string, part: string) => boolean>;

function isComparable({ type }: Attribute, literal: Against["literal"]): boolean {
  switch (type) {
    case "text":
      return true;
    case "number":
    case "boolean":
      return typeof literal === type;
    case "time":
      return literal instanceof Date;
    case "complex":
      return false;
  }
}
