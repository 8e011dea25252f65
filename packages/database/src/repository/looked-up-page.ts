import type { ListQuery, Page } from "@rollcall/domain";

/** More than this is no look-up any more: the list is read as any other. */
export const MAX_LOOKED_UP = 1_000;

/** The page of a list whose items were all found by a key. */
export function lookedUpPage<TItem extends { readonly id: string }>(
  found: readonly TItem[],
  { start, count, withTotal }: Pick<ListQuery, "start" | "count" | "withTotal">,
): Page<TItem> {
  const sorted = found.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const first = start.kind === "index" ? start.startIndex - 1 : firstAfter(sorted, start.position?.id);
  const items = sorted.slice(first, first + count);
  const last = items.at(-1);
  const next = first + count < found.length && last ? { id: last.id } : undefined;
  return { items, total: withTotal ? found.length : undefined, next };
}

function firstAfter(sorted: readonly { readonly id: string }[], id: string | undefined): number {
  const first = id === undefined ? 0 : sorted.findIndex((item) => item.id > id);
  return first === -1 ? sorted.length : first;
}
