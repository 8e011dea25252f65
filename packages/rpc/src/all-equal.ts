import type { Attribute, Predicate, PredicateValue } from "@rollcall/domain";

/** The condition that each attribute equals its value, leaving out those without one; undefined when none is left. */
export function allEqual(wanted: readonly (readonly [Attribute, PredicateValue | undefined])[]): Predicate | undefined {
  const operands = wanted.flatMap(([attribute, value]): Predicate[] =>
    value === undefined ? [] : [{ kind: "compare", attribute, operator: "eq", value }],
  );
  return operands.length > 1 ? { kind: "and", operands } : operands[0];
}
