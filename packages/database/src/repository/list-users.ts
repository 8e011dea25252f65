import { fold, type ListQuery, type Page, type Predicate, type User } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { compilePredicate } from "../predicate/compile-predicate.ts";
import { containsText } from "../predicate/like.ts";
import { userSource } from "../predicate/source.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { countMatches } from "./count-matches.ts";
import { type ListSource, listPage, pageOfIds } from "./list-page.ts";
import { userColumns, userFromRow, userGroups } from "./user-row.ts";

export async function listUsers(access: TenantAccess, query: ListQuery): Promise<Page<User>> {
  return await access.transact((session) => listPage({ session, access }, usersSource(access.tenantId, query), query));
}

function usersSource(tenantId: string, { where, search }: ListQuery): ListSource<User> {
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

function condition(where: Predicate | undefined, search: string | undefined): RawBuilder<boolean> | undefined {
  const conditions = [
    ...(where === undefined ? [] : [compilePredicate(userSource, where)]),
    ...(search === undefined ? [] : [nameContains(fold(search))]),
  ];
  return conditions.length === 0 ? undefined : sql.join(conditions, sql` and `);
}

/** Whether one of a user's names or e-mail addresses holds a folded text. */
function nameContains(text: string): RawBuilder<boolean> {
  const names = [
    sql.ref("users.user_name_key"),
    ...["{displayName}", "{name,formatted}", "{name,givenName}", "{name,familyName}"].map(
      (path) => sql`users.profile_key #>> ${sql.lit(path)}`,
    ),
  ];
  const anyName = sql.join(
    names.map((name) => containsText(sql`coalesce(${name}, '')`, text)),
    sql` or `,
  );
  return sql`(${anyName} or exists (select from unnest(users.email_keys) email where ${containsText(sql.ref("email"), text)}))`;
}
