import type { Order } from "../page/page.ts";
import { splitAtList } from "./attribute.ts";
import { compareValues } from "./compare-values.ts";
import { attributesOf, valuesAt } from "./resource-values.ts";

/** Below 0, 0 or above 0 as the left of two users, or two groups, comes before, with or after the right in a list. */
export function compareForOrder(order: Order, left: Identified, right: Identified): number {
  const [leftKey, rightKey] = [keyOf(order, left), keyOf(order, right)];
  const ascending = compareKeys(order, leftKey, rightKey);
  const byKey = order.direction === "ascending" ? ascending : -ascending;
  if (byKey !== 0) return byKey;
  return left.id === right.id ? 0 : left.id < right.id ? -1 : 1;
}

interface Identified {
  readonly id: string;
}

/** What has no value comes last. */
function compareKeys({ attribute }: Order, left: unknown, right: unknown): number {
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return compareValues(attribute, left, right);
}

/** Of several values the primary one counts, else the first (RFC 7644 §3.4.2.3). */
function keyOf({ attribute }: Order, resource: Identified): unknown {
  const attributes = attributesOf(resource);
  if (!attribute.multiValued) return valuesAt(attributes, attribute.path)[0];
  const { list, rest } = splitAtList(attribute);
  const items = valuesAt(attributes, list);
  const primary = items.filter((item) => valuesAt(item, ["primary"])[0] === true);
  return valuesAt(primary, rest)[0] ?? valuesAt(items[0], rest)[0];
}
