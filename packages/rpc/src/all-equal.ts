import type { Predicate, PredicateValue } from "@rollcall/domain";

/** The condition that each attribute equals its value, leaving out those without one; undefined when none is left. */
export function allEqual<TAttribute extends string>(
  wanted: readonly (readonly [TAttribute, PredicateValue | undefined])[],
): Predicate<TAttribute> | undefined {
  const operands = wanted.flatMap(([attribute, value]): Predicate<TAttribute>[] =>
    value === undefined ? [] : [{ kind: "compare", attribute, operator: "eq", value }],
  );
  return operands.length > 1 ? { kind: "and", operands } : operands[0];
}
