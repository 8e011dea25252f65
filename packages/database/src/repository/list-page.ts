import type { ListQuery, Page, PagePosition } from "@rollcall/domain";
import type { Call } from "../session/call.ts";
import type { TenantAccess } from "../session/tenant-access.ts";

/** What the lists of users and of groups differ in. */
export interface ListSource<TRow, TItem> {
  /** Names the list: the same filter and order give the same name, so that a page can begin where one before ended. */
  readonly name: string;
  /** Matching rows in order. */
  readonly rows: (place: PagePlace) => Call<TRow & KeyedRow>;
  /** How many rows match in all. */
  readonly total: () => Call<Total>;
  /** Whether the total is known without counting. */
  readonly isCounted: boolean;
  readonly itemsOf: (rows: readonly TRow[]) => Promise<TItem[]>;
}

/** A row's id, and what the list is ordered by: null for the id itself. */
export interface KeyedRow {
  id: string;
  key: string | null;
}

export interface Total {
  total: number;
}

/** After an item, or after a number of items. */
export interface PagePlace {
  readonly after?: PagePosition | undefined;
  readonly offset?: number | undefined;
  readonly limit: number;
}

/** Reads one page of a list and, when asked for, the total. */
export async function listPage<TRow, TItem>(
  access: TenantAccess,
  source: ListSource<TRow, TItem>,
  { start, count, withTotal }: Pick<ListQuery, "start" | "count" | "withTotal">,
): Promise<Page<TItem>> {
  const { tenantId, anchors } = access;
  const { found, total } = await read();
  const listed = found.slice(0, count);
  const last = listed.at(-1);
  const next = found.length > count && last !== undefined ? { id: last.id, key: last.key } : undefined;
  if (start.kind === "index" && next !== undefined) {
    anchors.remember(tenantId, { list: source.name, startIndex: start.startIndex + count, after: next });
  }
  return { items: await source.itemsOf(listed), next, total };

  async function read(): Promise<{ found: (TRow & KeyedRow)[]; total?: number }> {
    if (count === 0) return { found: [], ...(withTotal && { total: totalIn(await access.runCall(source.total())) }) };
    // One more than asked for tells whether others follow.
    const rows = source.rows({ ...begin(), limit: count + 1 });
    if (!withTotal) return { found: await access.runCall(rows) };
    if (source.isCounted) {
      const [found, totals] = await access.runBoth([rows, source.total()]);
      return { found, total: totalIn(totals) };
    }
    const found = await access.runCall(rows);
    // A first page that holds everything has counted it already.
    const isFirst = start.kind === "index" ? start.startIndex === 1 : start.position === undefined;
    const isWhole = isFirst && found.length <= count;
    return { found, total: isWhole ? found.length : totalIn(await access.runCall(source.total())) };
  }

  function begin(): Omit<PagePlace, "limit"> {
    if (start.kind === "after") return { after: start.position };
    const after = anchors.find(tenantId, source.name, start.startIndex);
    return after === undefined ? { offset: start.startIndex - 1 } : { after };
  }
}

function totalIn([row]: readonly Total[]): number {
  return row?.total ?? 0;
}
