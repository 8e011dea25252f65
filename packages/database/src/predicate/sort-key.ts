import { type AttributeType, type Order, type PagePosition, splitAtList } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { jsonPath } from "./json-path.ts";
import type { Column, Source } from "./source.ts";

/** What a list is ordered by. */
export interface SortKey {
  readonly expression: RawBuilder<unknown>;
  readonly direction: RawBuilder<unknown>;
  readonly isDescending: boolean;
  /** The expression's type in SQL. */
  readonly type: RawBuilder<unknown>;
}

/** SQL's type for each of the domain's; complex values are never ordered. */
const sqlTypes = {
  text: sql`text collate "C"`,
  number: sql`numeric`,
  boolean: sql`boolean`,
  time: sql`timestamptz`,
  complex: sql`text collate "C"`,
} as const satisfies Record<AttributeType, RawBuilder<unknown>>;

/** Of several values the primary one counts, else the first (RFC 7644 §3.4.2.3). */
export function sortKey(source: Source, { attribute, direction }: Order): SortKey {
  const column = source.columns[attribute.path.join(".")];
  const ofColumn = column !== undefined && column.kind !== "list";
  const type = ofColumn ? columnTypes[column.kind] : sqlTypes[attribute.type];
  const text = ofColumn ? column.expression : jsonText(source, attribute);
  const isDescending = direction === "descending";
  return {
    expression: sql`(${text})::${type}`,
    direction: isDescending ? sql`desc nulls first` : sql`asc nulls last`,
    isDescending,
    type,
  };
}

const columnTypes = {
  id: sql`uuid`,
  text: sqlTypes.text,
  number: sqlTypes.number,
  boolean: sqlTypes.boolean,
  time: sqlTypes.time,
} as const satisfies Record<Exclude<Column["kind"], "list">, RawBuilder<unknown>>;

/** What comes after a place in the order. */
export function afterKey(
  { expression, isDescending, type }: SortKey,
  id: RawBuilder<unknown>,
  after: PagePosition,
): RawBuilder<boolean> {
  const { key = null } = after;
  const laterId = sql`${id} > ${after.id}::uuid`;
  if (key === null) {
    const nothing = sql`(${expression} is null and ${laterId})`;
    return isDescending ? sql`(${expression} is not null or ${nothing})` : sql`${nothing}`;
  }
  const value = sql`${key}::text::${type}`;
  const equal = sql`(${expression} = ${value} and ${laterId})`;
  return isDescending
    ? sql`(${expression} < ${value} or ${equal})`
    : sql`(${expression} > ${value} or ${expression} is null or ${equal})`;
}

function jsonText({ json }: Source, attribute: Order["attribute"]): RawBuilder<unknown> {
  const { path, caseExact, type, multiValued } = attribute;
  const document = caseExact || type !== "text" ? json.exact : json.folded;
  if (!multiValued) return sql`${document} #>> ${sql.lit(arrayLiteral(path))}`;
  const { list, rest } = splitAtList(attribute);
  const primary = `${jsonPath(list)}[*] ? (@.primary == true)${jsonPath(rest).slice(1)}`;
  const first = `${jsonPath(list)}[0]${jsonPath(rest).slice(1)}`;
  return sql`coalesce(
    jsonb_path_query_first(${document}, ${sql.lit(primary)}), jsonb_path_query_first(${document}, ${sql.lit(first)})
  ) #>> '{}'`;
}

/** A literal and not a parameter: the expression stands in the select, the order and the condition, and must be one. */
function arrayLiteral(path: readonly string[]): string {
  return `{${path.map((key) => JSON.stringify(key)).join(",")}}`;
}
