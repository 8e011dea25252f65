import { fold, type ListQuery, type Page, type Predicate, type User, type UserAttribute } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { userAttributeColumns } from "../predicate/attribute.ts";
import { compilePredicate, containsText } from "../predicate/compile-predicate.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { countMatches } from "./count-matches.ts";
import { type ListSource, listPage, pageOfIds } from "./list-page.ts";
import { userColumns, userFromRow, userGroups } from "./user-row.ts";

export async function listUsers(access: TenantAccess, query: ListQuery<Predicate<UserAttribute>>): Promise<Page<User>> {
  return await access.transact((session) => listPage({ session, access }, usersSource(access.tenantId, query), query));
}

function usersSource(tenantId: string, { where, search }: ListQuery<Predicate<UserAttribute>>): ListSource<User> {
  const matches = condition(where, search);
  return {
    key: JSON.stringify(["users", where, search]),
    async read(session, place) {
      const ids = pageOfIds("users", { tenantId, matches, ...place });
      const rows = await session.query(
        queryBuilder
          .selectFrom("users")
          .select(userColumns)
          .select(userGroups.as("groups"))
          .where("users.tenant_id", "=", tenantId)
          .where(sql<boolean>`users.id in (${ids})`)
          .orderBy("users.id")
          .compile(),
      );
      return rows.map(userFromRow);
    },
    count: (session) => countMatches(session, { tenantId, table: "users", matches }),
  };
}

function condition(
  where: Predicate<UserAttribute> | undefined,
  search: string | undefined,
): RawBuilder<boolean> | undefined {
  const conditions = [
    ...(where === undefined ? [] : [compilePredicate(userAttributeColumns, where)]),
    ...(search === undefined ? [] : [containsText(sql.ref("users.search_key"), fold(search))]),
  ];
  return conditions.length === 0 ? undefined : sql.join(conditions, sql` and `);
}
