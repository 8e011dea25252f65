import { fold, isId, type ListQuery } from "@rollcall/domain";

/** A list that asks for one value of an attribute with an index of its own: a handful of resources, most often one. */
export interface KeyLookup<TKey extends string> {
  readonly key: TKey;
  /** As the index holds it. */
  readonly value: string;
}

/**
 * The look-up that a list's query comes to, or undefined when it is no plain `eq` on one of the keys. A look-up is
 * worth telling apart: identity providers begin nearly every change with one, and a statement made for it always uses
 * the index, whatever the planner knows of the table.
 */
export function keyLookup<TKey extends string>(
  { where, search, order }: Pick<ListQuery, "where" | "search" | "order">,
  keys: readonly TKey[],
): KeyLookup<TKey> | undefined {
  if (search !== undefined || order !== undefined || where?.kind !== "compare" || where.operator !== "eq")
    return undefined;
  const { attribute, value } = where;
  const key = keys.find((name) => name === attribute.path.join("."));
  if (key === undefined || typeof value !== "string") return undefined;
  // What is no UUID is nobody's id, and neither is the nil UUID.
  if (key === "id") return { key, value: isId(value) ? value : "00000000-0000-0000-0000-000000000000" };
  return { key, value: attribute.caseExact ? value : fold(value) };
}
