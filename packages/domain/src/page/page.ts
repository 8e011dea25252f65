import type { Predicate } from "../predicate/predicate.ts";

/** Where a page begins: at a position counted from 1 (SCIM's startIndex), or after a resource's id (a cursor). */
export type PageStart =
  | { readonly kind: "index"; readonly startIndex: number }
  | { readonly kind: "after"; readonly id: string | undefined };

export interface ListQuery {
  readonly where?: Predicate | undefined;
  /** Free text that must occur, folded, in one of the resource's names. */
  readonly search?: string | undefined;
  readonly start: PageStart;
  /** The most items to return; 0 asks for the total alone. */
  readonly count: number;
  /** Whether `total` is wanted; it costs a count when `where` or `search` is given. */
  readonly withTotal: boolean;
}

/** Items in the order of their ids, which never change: a page's place does not move when others are edited. */
export interface Page<TItem> {
  readonly items: readonly TItem[];
  /** How many match in all, exact; undefined when not asked for. */
  readonly total: number | undefined;
  /** Whether more items follow. */
  readonly hasMore: boolean;
}
