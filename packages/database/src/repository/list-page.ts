import type { ListQuery, Page } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";

/** What the lists of users and of groups differ in. */
export interface ListSource<TItem> {
  /** Names the list: the same filter gives the same key, so that a page can begin where the one before ended. */
  readonly key: string;
  /** Matching items in the order of their ids. */
  readonly read: (session: Session, place: PagePlace) => Promise<TItem[]>;
  /** How many items match in all. */
  readonly count: (session: Session) => Promise<number>;
}

/** After an id, or after a number of rows. */
export interface PagePlace {
  readonly after?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit: number;
}

interface ListContext {
  readonly session: Session;
  readonly access: TenantAccess;
}

/** Reads one page of a list and, when asked for, the total. */
export async function listPage<TItem extends { id: string }>(
  { session, access: { tenantId, anchors } }: ListContext,
  source: ListSource<TItem>,
  { start, count, withTotal }: Omit<ListQuery, "where" | "search">,
): Promise<Page<TItem>> {
  // One more than asked for tells whether others follow.
  const found = count === 0 ? [] : await source.read(session, { ...begin(), limit: count + 1 });
  const items = found.slice(0, count);
  const hasMore = found.length > count;
  rememberEnd();
  return { items, hasMore, total: withTotal ? await exactTotal() : undefined };

  function begin(): Omit<PagePlace, "limit"> {
    if (start.kind === "after") return { after: start.id };
    const after = anchors.find(tenantId, source.key, start.startIndex);
    return after === undefined ? { offset: start.startIndex - 1 } : { after };
  }

  function rememberEnd(): void {
    const last = items.at(-1);
    if (start.kind !== "index" || last === undefined || !hasMore) return;
    anchors.remember(tenantId, { list: source.key, startIndex: start.startIndex + items.length, after: last.id });
  }

  /** A first page that holds everything has counted it already. */
  async function exactTotal(): Promise<number> {
    const isFirst = start.kind === "index" ? start.startIndex === 1 : start.id === undefined;
    return isFirst && count > 0 && !hasMore ? items.length : await source.count(session);
  }
}

interface IdQuery extends PagePlace {
  readonly tenantId: string;
  readonly matches: RawBuilder<boolean> | undefined;
}

/** The ids of a page; the rows that come before it are skipped on the index alone. */
export function pageOfIds(
  table: "users" | "groups",
  { tenantId, matches, after, offset, limit }: IdQuery,
): RawBuilder<string> {
  const id = sql.ref(`${table}.id`);
  const conditions = [
    sql`${sql.ref(`${table}.tenant_id`)} = ${tenantId}`,
    ...(after === undefined ? [] : [sql`${id} > ${after}::uuid`]),
    ...(matches === undefined ? [] : [matches]),
  ];
  return sql`
    select ${id} from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}
    order by ${id} limit ${limit} offset ${offset ?? 0}`;
}
