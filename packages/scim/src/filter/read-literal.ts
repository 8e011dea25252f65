import { readBoolean } from "../dialects/read-boolean.ts";
import { ScimError } from "../errors/scim-error.ts";
import { canonicalDateTime } from "../resource/date-time.ts";
import type { Attribute } from "../schema/attribute.ts";
import type { AttributeType } from "../schema/definition.ts";
import type { ComparisonOperator, FilterLiteral } from "./filter.ts";

/**
 * The literal of a comparison in its attribute's type. `null` only goes with eq and ne: absent or
 * not. What each type can be compared by is RFC 7644 §3.4.2.2, table 3.
 *
 * @throws ScimError 400 invalidFilter naming the attribute.
 */
export function readLiteral(attribute: Attribute, operator: ComparisonOperator, literal: FilterLiteral): FilterLiteral {
  const operators = literal === null ? EQUALITY : OPERATORS[attribute.type];
  if (!operators.includes(operator)) {
    throw new ScimError("invalidFilter", `${attribute.path} cannot be compared by ${operator}.`);
  }
  const value = literal === null ? null : convert(attribute.type, literal);
  if (value === undefined) {
    throw new ScimError("invalidFilter", `${attribute.path} is compared with a value of another type.`);
  }
  return value;
}

const EQUALITY: readonly ComparisonOperator[] = ["eq", "ne"];
const ORDER: readonly ComparisonOperator[] = [...EQUALITY, "gt", "ge", "lt", "le"];
const TEXT: readonly ComparisonOperator[] = [...ORDER, "co", "sw", "ew"];

const OPERATORS = {
  string: TEXT,
  reference: TEXT,
  binary: [...EQUALITY, "co", "sw", "ew"],
  boolean: EQUALITY,
  integer: ORDER,
  decimal: ORDER,
  dateTime: ORDER,
  complex: [],
} as const satisfies Record<AttributeType, readonly ComparisonOperator[]>;

function convert(type: AttributeType, literal: string | number | boolean): FilterLiteral | undefined {
  switch (type) {
    case "string":
    case "reference":
    case "binary":
      return typeof literal === "string" ? literal : undefined;
    case "boolean":
      return readBoolean(literal);
    case "integer":
    case "decimal":
      return typeof literal === "number" ? literal : undefined;
    case "dateTime":
      return typeof literal === "string" ? canonicalDateTime(literal) : undefined;
    case "complex":
      return undefined;
  }
}
