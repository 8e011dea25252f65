import type { AttributePath } from "../path/attribute-path.ts";

export const COMPARISON_OPERATORS = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] as const;

/** RFC 7644 §3.4.2.2, table 3, without `pr`. */
export type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number];

export type FilterLiteral = string | number | boolean | null;

/**
 * A filter as written (RFC 7644 §3.4.2.2): which attributes exist is not yet looked at. Only
 * parseFilter makes these. `emails[type eq "work"].value eq "x"` is read as
 * `emails[type eq "work" and value eq "x"]`, which means the same.
 */
export type Filter =
  | {
      readonly kind: "comparison";
      readonly path: AttributePath;
      readonly operator: ComparisonOperator;
      readonly value: FilterLiteral;
    }
  | { readonly kind: "present"; readonly path: AttributePath }
  | { readonly kind: "and" | "or"; readonly filters: readonly Filter[] }
  | { readonly kind: "not"; readonly filter: Filter }
  | { readonly kind: "valuePath"; readonly path: AttributePath; readonly filter: Filter };
