import { type Attribute, fold, isId, type Operator, type Predicate, type PredicateValue } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { compareScalar } from "./compare-scalar.ts";
import { findIds } from "./find-ids.ts";
import { jsonPath } from "./json-path.ts";
import { elementSource, type ScalarColumn, type Source } from "./source.ts";

type Condition = RawBuilder<boolean>;
type Comparison = Extract<Predicate, { kind: "compare" }>;
type Junction = Extract<Predicate, { kind: "and" | "or" }>;

/**
 * The SQL of a predicate; null where there is no value, which counts as false. So what turns a condition round asks
 * whether it `is not true`, and plain conditions stay such that an index can serve them. Values are always parameters.
 */
export function compilePredicate(source: Source, predicate: Predicate): Condition {
  switch (predicate.kind) {
    case "and":
      return joinAll(source, predicate);
    case "or":
      return found(source, predicate) ?? joinAll(source, predicate);
    case "not":
      return isNotTrue(compilePredicate(source, predicate.operand));
    case "present":
      return isPresent(source, predicate.attribute);
    case "compare":
      return compare(source, predicate);
    case "element":
      return someElement(source, predicate.list, compilePredicate(elementSource, predicate.where));
  }
}

function isNotTrue(condition: Condition): Condition {
  return sql`((${condition}) is not true)`;
}

function joinAll(source: Source, { kind, operands }: Junction): Condition {
  const conditions = operands.map((operand) => compilePredicate(source, operand));
  if (conditions.length === 0) return kind === "and" ? sql`true` : sql`false`;
  return sql`(${sql.join(conditions, kind === "and" ? sql` and ` : sql` or `)})`;
}

/** The condition on the id, for what indexes can find. */
function found({ finders }: Source, predicate: Predicate): Condition | undefined {
  const ids = finders && findIds(finders, predicate);
  return ids && sql`${finders.id} in (${ids})`;
}

function compare(source: Source, comparison: Comparison): Condition {
  const { attribute, operator, value } = comparison;
  const column = source.columns[attribute.path.join(".")];
  if (value === null) return compareWithNothing(source, comparison);
  const literal = typeof value === "string" && !attribute.caseExact ? fold(value) : value;
  if (column !== undefined && column.kind !== "list") return compareColumn(column, operator, literal);
  const isFound = found(source, comparison);
  if (isFound !== undefined) return isFound;
  const { type } = attribute;
  const matches = someValue(source, attribute, (text) => compareScalar(text, { type, operator, value: literal }));
  return operator === "ne" ? sql`(${matches} or ${isNotTrue(someValue(source, attribute, () => sql`true`))})` : matches;
}

function compareWithNothing(source: Source, { attribute, operator }: Comparison): Condition {
  const some = someValue(source, attribute, () => sql`true`);
  if (operator === "eq") return isNotTrue(some);
  return operator === "ne" ? some : sql`false`;
}

function compareColumn({ kind, expression }: ScalarColumn, operator: Operator, value: PredicateValue): Condition {
  switch (kind) {
    case "id":
      if (operator === "ne") return isNotTrue(compareColumn({ kind, expression }, "eq", value));
      // A text that is no UUID is nobody's id; asking the database would be an error.
      if (operator === "eq") return isId(String(value)) ? sql`${expression} = ${value}::uuid` : sql`false`;
      return compareScalar(sql`${expression}::text`, { type: "text", operator, value });
    case "text":
    case "boolean":
    case "number":
    case "time":
      return operator === "ne"
        ? isNotTrue(compareScalar(expression, { type: kind, operator: "eq", value }))
        : compareScalar(expression, { type: kind, operator, value });
  }
}

/** An empty text counts as absent here, unlike in comparisons. */
function isPresent(source: Source, attribute: Attribute): Condition {
  return someValue(source, attribute, (text) => sql`${text} <> ''`);
}

/** Whether `condition` holds for one of the attribute's values, each given as text. */
function someValue(
  source: Source,
  attribute: Attribute,
  condition: (text: RawBuilder<unknown>) => Condition,
): Condition {
  const { path, multiValued } = attribute;
  const column = source.columns[path.join(".")];
  if (column?.kind === "list")
    return sql`exists (select from unnest(${column.expression}) item where ${condition(sql.ref("item"))})`;
  if (column !== undefined)
    return sql`(${column.expression} is not null and ${condition(sql`${column.expression}::text`)})`;
  const [first = "", ...rest] = path;
  if (first in source.lists) {
    return someElement(
      source,
      { ...attribute, path: [first] },
      someValue(elementSource, { ...attribute, path: rest, multiValued: false }, condition),
    );
  }
  if (!multiValued) {
    const text = sql`(${jsonOf(source, attribute)} #>> ${[...path]}::text[])`;
    return sql`(${text} is not null and ${condition(text)})`;
  }
  return sql`exists (
    select from jsonb_path_query(${jsonOf(source, attribute)}, ${`${jsonPath(path)}[*]`}::jsonpath) item(value) where ${condition(sql`(item.value #>> '{}')`)}
  )`;
}

function someElement(source: Source, { path, type }: Attribute, condition: Condition): Condition {
  const { exact, folded } = source.json;
  const each = `${jsonPath(path)}[*]`;
  const element = (json: RawBuilder<unknown>) => {
    const value = sql`jsonb_path_query(${json}, ${each}::jsonpath)`;
    // A simple value is its own `value` (RFC 7643 §2.4).
    return type === "complex" ? value : sql`jsonb_build_object('value', ${value})`;
  };
  // Both lists have the same elements in the same order, and so do the sets of rows made of them.
  const elements = source.lists[path.join(".")] ?? sql`select ${element(exact)} as exact, ${element(folded)} as folded`;
  return sql`exists (select from (${elements}) list where ${condition})`;
}

function jsonOf({ json }: Source, { caseExact, type }: Attribute): RawBuilder<unknown> {
  return caseExact || type !== "text" ? json.exact : json.folded;
}
