import type { Attribute } from "../predicate/attribute.ts";
import type { Predicate } from "../predicate/predicate.ts";

/** Most values that resources can be looked up by at once. */
export const MAX_LOOK_UP_VALUES = 1_000;

/** Where a page begins: at a position counted from 1 (SCIM's startIndex), or after an item of the page before. */
export type PageStart =
  | { readonly kind: "index"; readonly startIndex: number }
  | { readonly kind: "after"; readonly position: PagePosition | undefined };

/** An item's place in a list. */
export interface PagePosition {
  readonly id: string;
  /** In an ordered list, the value it is ordered by, as text; null where it has none. */
  readonly key?: string | null;
}

/** Ascending, items without a value come last; descending, first (RFC 7644 §3.4.2.3). Equal ones follow by id. */
export interface Order {
  readonly attribute: Attribute;
  readonly direction: "ascending" | "descending";
}

export interface ListQuery {
  readonly where?: Predicate | undefined;
  /** Free text that must occur, folded, in one of the resource's names. */
  readonly search?: string | undefined;
  /** Without it the order is that of the ids, which never change: a page's place does not move when others are edited. */
  readonly order?: Order | undefined;
  readonly start: PageStart;
  /** The most items to return; 0 asks for the total alone. */
  readonly count: number;
  /** Whether `total` is wanted; it costs a count when `where` or `search` is given. */
  readonly withTotal: boolean;
}

export interface Page<TItem> {
  readonly items: readonly TItem[];
  /** Where the next page begins; undefined when nothing follows. */
  readonly next: PagePosition | undefined;
  /** How many match in all, exact; undefined when not asked for. */
  readonly total: number | undefined;
}
