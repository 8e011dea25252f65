import type { Page } from "@rollcall/domain";
import { encodeCursor } from "../schemas/page.ts";

/** A page of the domain's as callers see it. */
export function toPage<TItem extends { readonly id: string }, TModel>(
  { items, total, hasMore }: Page<TItem>,
  toModel: (item: TItem) => TModel,
) {
  const last = items.at(-1);
  return {
    items: items.map((item) => toModel(item)),
    nextCursor: hasMore && last !== undefined ? encodeCursor(last.id) : null,
    ...(total !== undefined && { total }),
  };
}
