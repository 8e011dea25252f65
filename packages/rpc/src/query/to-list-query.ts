import type { Attribute, Directory, ListQuery, Order, PagePosition } from "@rollcall/domain";
import type { Filter } from "../schemas/filter.ts";
import { toPredicate } from "./to-predicate.ts";

interface ListInput<TName extends string> {
  readonly filter?: Filter<TName> | undefined;
  readonly search?: string | undefined;
  readonly sortBy?: TName | undefined;
  readonly sortDirection: Order["direction"];
  readonly cursor?: PagePosition | undefined;
  readonly limit: number;
  readonly withTotal: boolean;
}

/** What the directory is asked for, from what the caller asked. @throws ApiError as `toPredicate` does. */
export async function toListQuery<TName extends string>(
  { filter, search, sortBy, sortDirection, cursor, limit, withTotal }: ListInput<TName>,
  attributes: Readonly<Record<TName, Attribute>>,
  { extensionSchemas }: Directory,
): Promise<ListQuery> {
  return {
    where: filter && (await toPredicate(filter, { attributes, extensionSchemas })),
    search,
    order: sortBy === undefined ? undefined : { attribute: attributes[sortBy], direction: sortDirection },
    start: { kind: "after", position: cursor },
    count: limit,
    withTotal,
  };
}
