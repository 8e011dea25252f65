import { fold, type ListQuery, type Page } from "@rollcall/domain";
import { type AliasedRawBuilder, type CompiledQuery, type RawBuilder, sql } from "kysely";
import { compilePredicate } from "../predicate/compile-predicate.ts";
import { keyLookup } from "../predicate/key-lookup.ts";
import { sortKey } from "../predicate/sort-key.ts";
import type { Source } from "../predicate/source.ts";
import { isSeen, type Sight } from "../predicate/visibility.ts";
import { asInvalidQuery } from "../session/database-error.ts";
import type { Statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { countMatches } from "./count-matches.ts";
import { type ListSource, listPage, type PageKey, pageOfKeys } from "./list-page.ts";
import { lookedUpPage, MAX_LOOKED_UP } from "./looked-up-page.ts";

/** What users and groups differ in when they are listed. */
export interface ResourceKind<TRow, TItem> {
  readonly table: "users" | "groups";
  readonly source: (sight: Sight) => Source;
  /** By the dotted path of the attribute; a look-up finds at most MAX_LOOKED_UP and one more. */
  readonly lookups: Readonly<Record<string, Statement<Caller & { value: string }, TRow>>>;
  /** Whether one of the resource's names holds a folded text. */
  readonly nameContains: (text: string) => RawBuilder<boolean>;
  /** The rows of a page's keys, in their order. */
  readonly rowsOf: (caller: Caller, page: AliasedRawBuilder<PageKey, "page">) => CompiledQuery<TRow & KeyedRow>;
  readonly fromRow: (row: TRow) => TItem;
}

type Caller = Pick<TenantAccess, "tenantId" | "sees">;
type KeyedRow = Pick<PageKey, "id" | "key">;

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
    if (rows.length <= MAX_LOOKED_UP) return lookedUpPage(rows.map(kind.fromRow), query);
  }
  const source = sourceOf(access, query, kind);
  return await access
    .transact((session) => listPage({ session, access }, source, query))
    .catch((error: unknown) => {
      throw asInvalidQuery(error);
    });
}

function sourceOf<TRow, TItem>(caller: Caller, query: ListQuery, kind: ResourceKind<TRow, TItem>): ListSource<TItem> {
  const { tenantId, sees } = caller;
  const { where, search, order } = query;
  const { table, fromRow } = kind;
  const sight: Sight = sql`${sees}`;
  const source = kind.source(sight);
  const conditions = [
    ...(where === undefined ? [] : [compilePredicate(source, where)]),
    ...(search === undefined ? [] : [kind.nameContains(fold(search))]),
  ];
  const matches = conditions.length === 0 ? undefined : sql.join<boolean>(conditions, sql` and `);
  const seen = isSeen(table, sight);
  const sort = order && sortKey(source, order);
  return {
    name: JSON.stringify([table, sees, where, search, order]),
    async read(session, place) {
      const page = pageOfKeys(table, { tenantId, seen, matches, sort, ...place }).as<"page">("page");
      const rows = await session.query(kind.rowsOf(caller, page));
      return rows.map((row) => ({ item: fromRow(row), position: { id: row.id, key: row.key } }));
    },
    count: (session) => countMatches(session, { caller, table, seen, matches }),
  };
}
