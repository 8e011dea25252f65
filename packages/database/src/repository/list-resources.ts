import { fold, type ListQuery, type Page } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { compilePredicate } from "../predicate/compile-predicate.ts";
import { keyLookup } from "../predicate/key-lookup.ts";
import { sortKey } from "../predicate/sort-key.ts";
import type { Source } from "../predicate/source.ts";
import { isSeen, type Sight, type Viewer } from "../predicate/visibility.ts";
import { callOf, callOfQuery } from "../session/call.ts";
import { asInvalidQuery } from "../session/database-error.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { Statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { countMatches } from "./count-matches.ts";
import { type KeyedRow, type ListSource, listPage } from "./list-page.ts";
import { lookedUpPage, MAX_LOOKED_UP } from "./looked-up-page.ts";
import type { PageAfter } from "./page-after.ts";
import type { PageAt } from "./page-at.ts";
import { pageOfKeys } from "./page-of-keys.ts";
import { NIL_ID, PLACE_SIZES } from "./place-sizes.ts";

/** What users and groups differ in when they are listed. */
export interface ResourceKind<TRow, TItem> {
  readonly table: "users" | "groups";
  readonly source: (viewer: Viewer) => Source;
  /** What is read of each row. */
  readonly columns: (sight: Sight) => RawBuilder<unknown>;
  /** By the dotted path of the attribute; a look-up finds at most MAX_LOOKED_UP and one more. */
  readonly lookups: Readonly<Record<string, Statement<Caller & { value: string }, TRow>>>;
  /** All that the caller sees, by id. */
  readonly pageAfter: Statement<PageAfter, TRow & KeyedRow>;
  /**
   * The same from any index on. Directories have few groups beside their users, and what counts its way through them is
   * not worth another count to keep.
   */
  readonly pageAt?: Statement<PageAt, TRow & KeyedRow>;
  /** Whether one of the resource's names holds a folded text. */
  readonly nameContains: (text: string) => RawBuilder<boolean>;
  readonly itemsOf: (rows: readonly TRow[], access: TenantAccess) => Promise<TItem[]>;
}

type Caller = Pick<TenantAccess, "tenantId" | "sees">;

/** One page of a tenant's users or groups. */
export async function listResources<TRow, TItem extends { readonly id: string }>(
  access: TenantAccess,
  query: ListQuery,
  kind: ResourceKind<TRow, TItem>,
): Promise<Page<TItem>> {
  const { tenantId, sees } = access;
  const lookup = keyLookup(query, kind.lookups);
  if (lookup !== undefined) {
    const rows = await access.runAlone(lookup.statement, { tenantId, sees, value: lookup.value });
    if (rows.length <= MAX_LOOKED_UP) return lookedUpPage(await kind.itemsOf(rows, access), query);
  }
  return await listPage(access, sourceOf(access, query, kind), query).catch((error: unknown) => {
    throw asInvalidQuery(error);
  });
}

function sourceOf<TRow, TItem>(
  access: TenantAccess,
  { where, search, order }: ListQuery,
  kind: ResourceKind<TRow, TItem>,
): ListSource<TRow, TItem> {
  const { tenantId, sees } = access;
  const { table, itemsOf } = kind;
  const sight: Sight = sql`${sees}`;
  const source = kind.source({ tenantId: sql`${tenantId}`, sight });
  const conditions = [
    ...(where === undefined ? [] : [compilePredicate(source, where)]),
    ...(search === undefined ? [] : [kind.nameContains(fold(search))]),
  ];
  const matches = conditions.length === 0 ? undefined : sql.join<boolean>(conditions, sql` and `);
  const isWhole = matches === undefined && order === undefined;
  const seen = isSeen(table, sight);
  const sort = order && sortKey(source, order);
  return {
    name: JSON.stringify([table, sees, where, search, order]),
    rows(place) {
      const { after, offset = 0, limit } = place;
      if (isWhole && offset === 0) {
        return callOf(kind.pageAfter, { tenantId, sees, after: after?.id ?? NIL_ID, limit });
      }
      // It is nearer to count the way than to look it up.
      const isFar = offset > PLACE_SIZES.small;
      if (isWhole && isFar && kind.pageAt) return callOf(kind.pageAt, { tenantId, sees, offset, limit });
      const page = pageOfKeys(table, { tenantId, seen, matches, sort, ...place });
      // What is before the page is skipped by its keys; `offset 0` keeps the planner from joining in another way.
      const rows = sql<TRow & KeyedRow>`
        select found.*, page.key from ${page} page cross join lateral (
          select ${kind.columns(sight)} from ${sql.table(table)}
          where ${sql.ref(`${table}.tenant_id`)} = ${tenantId} and ${sql.ref(`${table}.id`)} = page.id offset 0
        ) found
        order by page.place`;
      return callOfQuery(rows.compile(queryBuilder));
    },
    total: () => countMatches({ caller: access, table, seen, matches }),
    isCounted: matches === undefined,
    itemsOf: (rows) => itemsOf(rows, access),
  };
}
