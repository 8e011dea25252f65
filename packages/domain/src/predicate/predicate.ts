/**
 * A condition on resources, in the domain's own words. Values are compared as the attribute's type says: names and
 * e-mails folded, ids and externalId exactly. A multi-valued attribute satisfies a comparison when one element does.
 */
export type Predicate<TAttribute extends string> =
  | {
      readonly kind: "compare";
      readonly attribute: TAttribute;
      readonly operator: Operator;
      readonly value: PredicateValue;
    }
  | { readonly kind: "present"; readonly attribute: TAttribute }
  | { readonly kind: "and" | "or"; readonly operands: readonly Predicate<TAttribute>[] }
  | { readonly kind: "not"; readonly operand: Predicate<TAttribute> };

/** Equal, not equal, contains, starts with, ends with, greater than, at least, less than, at most. */
export type Operator = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";

/** null compares as "has no value". */
export type PredicateValue = string | number | boolean | Date | null;
