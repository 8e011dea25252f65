import type { Filter } from "../schemas/filter.ts";

/** The condition that each attribute equals its value, leaving out those without one; undefined when none is left. */
export function allEqual<TName extends string>(
  wanted: readonly (readonly [TName, string | boolean | undefined])[],
): Filter<TName> | undefined {
  const and = wanted.flatMap(([attribute, value]) =>
    value === undefined ? [] : [{ attribute, operator: "eq" as const, value }],
  );
  return and.length > 1 ? { and } : and[0];
}
