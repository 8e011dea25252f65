import type { Attribute } from "./attribute.ts";

/**
 * A condition on resources, in the domain's own words. Of several values one that satisfies a comparison is enough.
 * Without a value, `ne` and `eq null` are true and every other comparison is false.
 */
export type Predicate =
  | {
      readonly kind: "compare";
      readonly attribute: Attribute;
      readonly operator: Operator;
      readonly value: PredicateValue;
    }
  | { readonly kind: "present"; readonly attribute: Attribute }
  | { readonly kind: "and" | "or"; readonly operands: readonly Predicate[] }
  | { readonly kind: "not"; readonly operand: Predicate }
  /** One element of a list satisfies `where`, whose attributes are named from the element on. */
  | { readonly kind: "element"; readonly list: Attribute; readonly where: Predicate };

/** Equal, not equal, contains, starts with, ends with, greater than, at least, less than, at most. */
export type Operator = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";

/** null compares as "has no value". */
export type PredicateValue = string | number | boolean | Date | null;
