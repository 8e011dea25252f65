import type { ScalarType } from "../resource/read-scalar.ts";
import type { AttributeType } from "../schema/definition.ts";
import type { ComparisonOperator, FilterLiteral } from "./filter.ts";

/** What an interpreter of filters needs to know of an attribute. */
export interface FilterAttribute<TType extends AttributeType = AttributeType> {
  readonly type: TType;
  /** If false, both sides are compared in the form foldCase gives. */
  readonly caseExact: boolean;
  /** Whether it, or what it is part of, has several values: `emails.value` has. */
  readonly multiValued: boolean;
  /**
   * JSON keys down to the value: from the resource, or inside a value path from the element. For
   * `emails.value` that is `["emails", "value"]`, within `emails[…]` it is `["value"]`.
   */
  readonly keys: readonly string[];
}

/**
 * A filter whose attributes exist and whose literals have their attributes' types. `path` is always
 * the canonical full path, inside value paths too: `emails.type`.
 */
export type ResolvedFilter =
  | ResolvedComparison
  | { readonly kind: "present"; readonly path: string; readonly attribute: FilterAttribute }
  | { readonly kind: "and" | "or"; readonly filters: readonly ResolvedFilter[] }
  | { readonly kind: "not"; readonly filter: ResolvedFilter }
  | {
      readonly kind: "valuePath";
      readonly path: string;
      readonly attribute: FilterAttribute;
      /** One and the same element must satisfy it. */
      readonly filter: ResolvedFilter;
    };

export interface ResolvedComparison {
  readonly kind: "comparison";
  readonly path: string;
  readonly attribute: FilterAttribute<ScalarType>;
  readonly operator: ComparisonOperator;
  /** A dateTime is in UTC with milliseconds: `2024-01-31T08:00:00.000Z`. */
  readonly value: FilterLiteral;
}
