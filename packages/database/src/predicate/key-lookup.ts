import { fold, isId, type ListQuery } from "@rollcall/domain";

/** A list that asks for one value of an attribute with an index of its own: a handful of resources, most often one. */
interface KeyLookup<TStatement> {
  readonly statement: TStatement;
  /** As the index holds it. */
  readonly value: string;
}

/**
 * The look-up that a list's query comes to, or undefined when it is no plain `eq` on one of the keys: `lookups` has
 * their statements by dotted path. A look-up is worth telling apart: identity providers begin nearly every change with
 * one, and a statement made for it always uses the index, whatever the planner knows of the table.
 */
export function keyLookup<TStatement>(
  { where, search, order }: Pick<ListQuery, "where" | "search" | "order">,
  lookups: Readonly<Record<string, TStatement>>,
): KeyLookup<TStatement> | undefined {
  if (search !== undefined || order !== undefined || where?.kind !== "compare" || where.operator !== "eq") return;
  const { attribute, value } = where;
  const key = attribute.path.join(".");
  const statement = Object.hasOwn(lookups, key) ? lookups[key] : undefined;
  if (statement === undefined || typeof value !== "string") return;
  // What is no UUID is nobody's id, and neither is the nil UUID.
  if (key === "id") return { statement, value: isId(value) ? value : "00000000-0000-0000-0000-000000000000" };
  return { statement, value: attribute.caseExact ? value : fold(value) };
}
