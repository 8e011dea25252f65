import type { Page } from "@rollcall/domain";

/** The row of an id, in whatever case it is spelled. */
export function rowById<TRow>(rows: ReadonlyMap<string, TRow>, id: string): TRow | undefined {
  return rows.get(id.toLowerCase());
}

export function byId<TRow extends { readonly id: string }>(rows: Iterable<TRow>): TRow[] {
  return [...rows].toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

/** Rows in the order of their ids, after one of them. */
export function pageAfter<TRow extends { readonly id: string }>(
  rows: Iterable<TRow>,
  { afterId, count }: { afterId: string | undefined; count: number },
): Page<TRow> {
  return firstOf(
    byId(rows).filter(({ id }) => afterId === undefined || id > afterId.toLowerCase()),
    count,
  );
}

/** Rows in the opposite order of their ids, newest first, before one of them. */
export function pageBefore<TRow extends { readonly id: string }>(
  rows: Iterable<TRow>,
  { beforeId, count }: { beforeId: string | undefined; count: number },
): Page<TRow> {
  return firstOf(
    byId(rows)
      .toReversed()
      .filter(({ id }) => beforeId === undefined || id < beforeId.toLowerCase()),
    count,
  );
}

function firstOf<TRow extends { readonly id: string }>(rows: readonly TRow[], count: number): Page<TRow> {
  const items = rows.slice(0, count);
  const last = items.at(-1);
  return { items, next: rows.length > count && last ? { id: last.id } : undefined, total: undefined };
}
