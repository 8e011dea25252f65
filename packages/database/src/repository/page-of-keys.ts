import { type RawBuilder, sql } from "kysely";
import { afterKey, type SortKey } from "../predicate/sort-key.ts";
import type { KeyedRow, PagePlace } from "./list-page.ts";

/** An item of a page by its id, with its place on the page. */
export interface PageKey extends KeyedRow {
  place: number;
}

interface KeyQuery extends PagePlace {
  readonly tenantId: string;
  /** Whether the caller sees a row. */
  readonly seen: RawBuilder<boolean>;
  readonly matches: RawBuilder<boolean> | undefined;
  /** undefined: by id. */
  readonly sort: SortKey | undefined;
}

/** The ids of a page with the keys they are ordered by; what comes before the page is skipped without being read. */
export function pageOfKeys(
  table: "users" | "groups",
  { tenantId, seen, matches, sort, after, offset, limit }: KeyQuery,
): RawBuilder<PageKey> {
  const id = sql.ref(`${table}.id`);
  const conditions = [
    sql`${sql.ref(`${table}.tenant_id`)} = ${tenantId}`,
    seen,
    ...(after === undefined ? [] : [sort === undefined ? sql`${id} > ${after.id}::uuid` : afterKey(sort, id, after)]),
    ...(matches === undefined ? [] : [sql`(${matches})`]),
  ];
  const order = sort === undefined ? sql`${id}` : sql`${sort.expression} ${sort.direction}, ${id}`;
  return sql`(
    select ${id}, ${sort === undefined ? sql`null` : sql`(${sort.expression})::text`} as key,
      row_number() over (order by ${order}) as place
    from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${limit} offset ${offset ?? 0}
  )`;
}
