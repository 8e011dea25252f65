import { compareForOrder, type ListQuery, type Order, type Page, type PagePosition } from "@rollcall/domain";
import { type Ordered, orderKey, readOrderKey } from "./order-key.ts";

interface Listed extends Ordered {
  readonly id: string;
}

/** One page of what matches, in order. @throws DomainError `invalid_value` for a start that no page of this list had. */
export function listPage<TItem extends Listed>(
  matching: readonly TItem[],
  { order, start, count, withTotal }: Pick<ListQuery, "order" | "start" | "count" | "withTotal">,
): Page<TItem> {
  const sorted = matching.toSorted((left, right) => compare(order, left, right));
  const rest = start.kind === "index" ? sorted.slice(start.startIndex - 1) : itemsAfter(sorted, order, start.position);
  const items = rest.slice(0, count);
  const last = items.at(-1);
  return {
    items,
    next: rest.length > count && last ? positionOf(last, order) : undefined,
    total: withTotal ? matching.length : undefined,
  };
}

function itemsAfter<TItem extends Listed>(
  sorted: readonly TItem[],
  order: Order | undefined,
  position: PagePosition | undefined,
): readonly TItem[] {
  if (position === undefined) return sorted;
  const place = itemAt(position, order);
  return sorted.filter((item) => compare(order, item, place) > 0);
}

function compare(order: Order | undefined, left: Listed, right: Listed): number {
  if (order !== undefined) return compareForOrder(order, left, right);
  return left.id < right.id ? -1 : Number(left.id > right.id);
}

function positionOf(item: Listed, order: Order | undefined): PagePosition {
  if (order === undefined) return { id: item.id };
  const key = orderKey(order.attribute, item);
  return { id: item.id, key: key === undefined ? null : JSON.stringify(key) };
}

/** Something that has the place's id and value and nothing else: the item itself may be gone. */
function itemAt({ id, key = null }: PagePosition, order: Order | undefined): Listed {
  if (order === undefined || key === null) return { id };
  const value = readOrderKey(order.attribute, key);
  const [first = "", ...rest] = order.attribute.path;
  return { id, [first]: rest.reduceRight((inner, name) => ({ [name]: inner }), value) };
}
