import type { AttributeType, Operator, PredicateValue } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { containsText, escapeLike } from "./like.ts";
import { startsWith } from "./starts-with.ts";

interface ScalarComparison {
  readonly type: AttributeType;
  readonly operator: Operator;
  readonly value: PredicateValue;
}

/** One value that is there against a literal; SQL that is null only when the value is. */
export function compareScalar(value: RawBuilder<unknown>, comparison: ScalarComparison): RawBuilder<boolean> {
  const literal = comparison.value;
  switch (comparison.type) {
    case "text":
      return compareText(value, comparison.operator, String(literal));
    case "number":
      return typeof literal === "number"
        ? compareOrdered(sql`${value}::numeric`, comparison.operator, sql`${literal}::numeric`)
        : sql`false`;
    case "boolean":
      return typeof literal === "boolean"
        ? compareOrdered(sql`${value}::boolean`, comparison.operator, sql`${literal}::boolean`)
        : sql`false`;
    case "time":
      // The wire carries milliseconds, the database microseconds.
      return literal instanceof Date
        ? compareOrdered(
            sql`date_trunc('milliseconds', ${value}::timestamptz)`,
            comparison.operator,
            sql`${literal}::timestamptz`,
          )
        : sql`false`;
    case "complex":
      return sql`false`;
  }
}

function compareText(value: RawBuilder<unknown>, operator: Operator, literal: string): RawBuilder<boolean> {
  switch (operator) {
    case "co":
      return containsText(value, literal);
    case "sw":
      return startsWith(value, literal);
    case "ew":
      return sql`${value} like ${`%${escapeLike(literal)}`}`;
    case "eq":
    case "ne":
    case "gt":
    case "ge":
    case "lt":
    case "le":
      // Byte order, whatever the database's locale.
      return compareOrdered(sql`${value} collate "C"`, operator, sql`${literal}`);
  }
}

function compareOrdered(
  left: RawBuilder<unknown>,
  operator: Operator,
  right: RawBuilder<unknown>,
): RawBuilder<boolean> {
  switch (operator) {
    case "eq":
    case "ne":
    case "gt":
    case "ge":
    case "lt":
    case "le":
      return sql`${left} ${symbols[operator]} ${right}`;
    case "co":
    case "sw":
    case "ew":
      return sql`false`;
  }
}

const symbols = { eq: sql`=`, ne: sql`<>`, gt: sql`>`, ge: sql`>=`, lt: sql`<`, le: sql`<=` } as const;
