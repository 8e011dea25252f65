import type { ListQuery, Page, PagePosition } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { afterKey, type SortKey } from "../predicate/sort-key.ts";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";

/** What the lists of users and of groups differ in. */
export interface ListSource<TItem> {
  /** Names the list: the same filter and order give the same name, so that a page can begin where one before ended. */
  readonly name: string;
  /** Matching items in order. */
  readonly read: (session: Session, place: PagePlace) => Promise<ListedItem<TItem>[]>;
  /** How many items match in all. */
  readonly count: (session: Session) => Promise<number>;
}

interface ListedItem<TItem> {
  readonly item: TItem;
  readonly position: PagePosition;
}

/** After an item, or after a number of items. */
interface PagePlace {
  readonly after?: PagePosition | undefined;
  readonly offset?: number | undefined;
  readonly limit: number;
}

interface ListContext {
  readonly session: Session;
  readonly access: TenantAccess;
}

/** Reads one page of a list and, when asked for, the total. */
export async function listPage<TItem>(
  { session, access: { tenantId, anchors } }: ListContext,
  source: ListSource<TItem>,
  { start, count, withTotal }: Pick<ListQuery, "start" | "count" | "withTotal">,
): Promise<Page<TItem>> {
  // One more than asked for tells whether others follow.
  const found = count === 0 ? [] : await source.read(session, { ...begin(), limit: count + 1 });
  const listed = found.slice(0, count);
  const next = found.length > count ? listed.at(-1)?.position : undefined;
  if (start.kind === "index" && next !== undefined) {
    anchors.remember(tenantId, { list: source.name, startIndex: start.startIndex + count, after: next });
  }
  return { items: listed.map(({ item }) => item), next, total: withTotal ? await exactTotal() : undefined };

  function begin(): Omit<PagePlace, "limit"> {
    if (start.kind === "after") return { after: start.position };
    const after = anchors.find(tenantId, source.name, start.startIndex);
    return after === undefined ? { offset: start.startIndex - 1 } : { after };
  }

  /** A first page that holds everything has counted it already. */
  async function exactTotal(): Promise<number> {
    const isFirst = start.kind === "index" ? start.startIndex === 1 : start.position === undefined;
    return isFirst && count > 0 && next === undefined ? listed.length : await source.count(session);
  }
}

/** An item of a page by its id, with what the list is ordered by and its place on the page. */
export interface PageKey {
  id: string;
  key: string | null;
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
