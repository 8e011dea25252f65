import { fold, isId, type Operator, type Predicate, type PredicateValue } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import type { AttributeColumn } from "./attribute.ts";

type Condition = RawBuilder<boolean>;

/** The SQL of a predicate over a table of attributes. Values are always parameters. */
export function compilePredicate<TAttribute extends string>(
  columns: Readonly<Record<TAttribute, AttributeColumn>>,
  predicate: Predicate<TAttribute>,
): Condition {
  switch (predicate.kind) {
    case "and":
    case "or":
      return join(
        predicate.kind,
        predicate.operands.map((operand) => compilePredicate(columns, operand)),
      );
    case "not":
      return sql`not (${compilePredicate(columns, predicate.operand)})`;
    case "present":
      return present(columns[predicate.attribute]);
    case "compare":
      return compare(columns[predicate.attribute], predicate.operator, predicate.value);
  }
}

/** Whether a text column holds `text` somewhere. */
export function containsText(column: RawBuilder<unknown>, text: string): Condition {
  return sql`${column} like ${`%${escapeLike(text)}%`}`;
}

function join(kind: "and" | "or", conditions: Condition[]): Condition {
  if (conditions.length === 0) return kind === "and" ? sql`true` : sql`false`;
  return sql`(${sql.join(conditions, kind === "and" ? sql` and ` : sql` or `)})`;
}

function present({ kind, column }: AttributeColumn): Condition {
  return kind === "foldedList" ? sql`cardinality(${column}) > 0` : sql`${column} is not null`;
}

function compare(attribute: AttributeColumn, operator: Operator, value: PredicateValue): Condition {
  const { column } = attribute;
  if (value === null) return nullComparison(attribute, operator);
  // "ne" is the opposite of "eq" for everything, also for what has no value.
  if (operator === "ne") return sql`not (${compare(attribute, "eq", value)})`;
  switch (attribute.kind) {
    case "id":
      return idComparison(column, operator, String(value));
    case "exact":
      return orFalse(textComparison(column, operator, String(value)));
    case "folded":
      return textComparison(column, operator, fold(String(value)));
    case "profileText":
      return orFalse(textComparison(foldedInSql(column), operator, fold(String(value))));
    case "foldedList":
      return listComparison(column, operator, fold(String(value)));
    case "boolean":
      return operator === "eq" && typeof value === "boolean" ? sql`${column} = ${value}` : sql`false`;
    case "time":
      return timeComparison(column, operator, value);
  }
}

function nullComparison(attribute: AttributeColumn, operator: Operator): Condition {
  if (operator === "eq") return sql`not (${present(attribute)})`;
  return operator === "ne" ? present(attribute) : sql`false`;
}

function idComparison(column: RawBuilder<unknown>, operator: Operator, value: string): Condition {
  if (operator !== "eq") return textComparison(sql`${column}::text collate "C"`, operator, value);
  // A text that is no UUID is nobody's id; asking the database would be an error.
  return isId(value) ? sql`${column} = ${value}::uuid` : sql`false`;
}

function textComparison(column: RawBuilder<unknown>, operator: Operator, value: string): Condition {
  switch (operator) {
    case "eq":
      return sql`${column} = ${value}`;
    case "ne":
      return sql`${column} <> ${value}`;
    case "co":
      return containsText(column, value);
    case "sw":
      return sql`${column} like ${`${escapeLike(value)}%`}`;
    case "ew":
      return sql`${column} like ${`%${escapeLike(value)}`}`;
    case "gt":
    case "ge":
    case "lt":
    case "le":
      return sql`${column} ${symbols[operator]} ${value}`;
  }
}

function listComparison(column: RawBuilder<unknown>, operator: Operator, value: string): Condition {
  // The containment operator is the one that the index on the array serves.
  if (operator === "eq") return sql`${column} @> array[${value}]::text[]`;
  const element = sql`element collate "C"`;
  return sql`exists (select from unnest(${column}) element where ${textComparison(element, operator, value)})`;
}

function timeComparison(column: RawBuilder<unknown>, operator: Operator, value: PredicateValue): Condition {
  if (!(value instanceof Date)) return sql`false`;
  // The wire carries milliseconds, the column microseconds.
  const time = sql`date_trunc('milliseconds', ${column})`;
  switch (operator) {
    case "eq":
      return sql`${time} = ${value}`;
    case "gt":
    case "ge":
    case "lt":
    case "le":
      return sql`${time} ${symbols[operator]} ${value}`;
    case "ne":
    case "co":
    case "sw":
    case "ew":
      return sql`false`;
  }
}

const symbols = { gt: sql`>`, ge: sql`>=`, lt: sql`<`, le: sql`<=` } as const;

/** The same fold as `fold`, for text that has no folded column: ICU's root locale lowers as ECMAScript does. */
function foldedInSql(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`lower(normalize(${column}, NFKC) collate "und-x-icu") collate "C"`;
}

/** A comparison with an absent value is false, not unknown: `not` must turn it into true. */
function orFalse(condition: Condition): Condition {
  return sql`coalesce(${condition}, false)`;
}

/** `%` and `_` mean themselves. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
