import type { Page } from "@rollcall/domain";
import { encodeCursor } from "../schemas/page.ts";

/** A page of the domain's as callers see it. */
export function toPage<TItem, TModel>({ items, next, total }: Page<TItem>, toModel: (item: TItem) => TModel) {
  return {
    items: items.map((item) => toModel(item)),
    nextCursor: next === undefined ? null : encodeCursor(next.id),
    ...(total !== undefined && { total }),
  };
}
