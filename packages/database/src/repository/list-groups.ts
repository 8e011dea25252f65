import { fold, type Group, type ListQuery, type Page, type Predicate } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { compilePredicate } from "../predicate/compile-predicate.ts";
import { keyLookup } from "../predicate/key-lookup.ts";
import { containsText } from "../predicate/like.ts";
import { sortKey } from "../predicate/sort-key.ts";
import { groupSource } from "../predicate/source.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { countMatches } from "./count-matches.ts";
import { groupColumns, groupFromRow } from "./group-row.ts";
import { groupLookups } from "./group-statements.ts";
import { lookedUpPage, MAX_LOOKED_UP } from "./looked-up-page.ts";
import { type ListSource, listPage, pageOfKeys } from "./list-page.ts";

export async function listGroups(access: TenantAccess, query: ListQuery): Promise<Page<Group>> {
  const lookup = keyLookup(query, ["id", "displayName", "externalId"]);
  if (lookup !== undefined) {
    const { tenantId } = access;
    const rows = await access.runAlone(groupLookups[lookup.key], { tenantId, value: lookup.value });
    if (rows.length <= MAX_LOOKED_UP) return lookedUpPage(rows.map(groupFromRow), query);
  }
  return await access.transact((session) => listPage({ session, access }, groupsSource(access.tenantId, query), query));
}

function groupsSource(tenantId: string, { where, search, order }: ListQuery): ListSource<Group> {
  const matches = condition(where, search);
  const sort = order && sortKey(groupSource, order);
  return {
    name: JSON.stringify(["groups", where, search, order]),
    async read(session, place) {
      const page = pageOfKeys("groups", { tenantId, matches, sort, ...place }).as<"page">("page");
      const rows = await session.query(
        queryBuilder
          .selectFrom(page)
          .innerJoinLateral(
            (eb) =>
              eb
                .selectFrom("groups")
                .select(groupColumns)
                .where("groups.tenant_id", "=", tenantId)
                .whereRef("groups.id", "=", "page.id")
                // Keeps the planner from joining in another way than by the key.
                .offset(0)
                .as("groups"),
            (join) => join.onTrue(),
          )
          .selectAll("groups")
          .select("page.key")
          .orderBy("page.place")
          .compile(),
      );
      return rows.map((row) => ({ item: groupFromRow(row), position: { id: row.id, key: row.key } }));
    },
    count: (session) => countMatches(session, { tenantId, table: "groups", matches }),
  };
}

function condition(where: Predicate | undefined, search: string | undefined): RawBuilder<boolean> | undefined {
  const conditions = [
    ...(where === undefined ? [] : [compilePredicate(groupSource, where)]),
    ...(search === undefined ? [] : [containsText(sql.ref("groups.display_name_key"), fold(search))]),
  ];
  return conditions.length === 0 ? undefined : sql.join(conditions, sql` and `);
}
