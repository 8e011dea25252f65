import { fold, type Group, type ListQuery, type Page, type Predicate } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { compilePredicate } from "../predicate/compile-predicate.ts";
import { containsText } from "../predicate/like.ts";
import { groupSource } from "../predicate/source.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { countMatches } from "./count-matches.ts";
import { groupColumns, groupFromRow } from "./group-row.ts";
import { type ListSource, listPage, pageOfIds } from "./list-page.ts";

export async function listGroups(access: TenantAccess, query: ListQuery): Promise<Page<Group>> {
  return await access.transact((session) => listPage({ session, access }, groupsSource(access.tenantId, query), query));
}

function groupsSource(tenantId: string, { where, search }: ListQuery): ListSource<Group> {
  const matches = condition(where, search);
  return {
    key: JSON.stringify(["groups", where, search]),
    async read(session, place) {
      const ids = pageOfIds("groups", { tenantId, matches, ...place });
      const rows = await session.query(
        queryBuilder
          .selectFrom("groups")
          .select(groupColumns)
          .where("groups.tenant_id", "=", tenantId)
          .where(sql<boolean>`groups.id in (${ids})`)
          .orderBy("groups.id")
          .compile(),
      );
      return rows.map(groupFromRow);
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
