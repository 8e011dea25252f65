import {
  fold,
  type GroupReference,
  type ListQuery,
  type Page,
  type Predicate,
  type User,
  type UserReadOptions,
} from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { compilePredicate } from "../predicate/compile-predicate.ts";
import { keyLookup } from "../predicate/key-lookup.ts";
import { containsText } from "../predicate/like.ts";
import { sortKey } from "../predicate/sort-key.ts";
import { userSource } from "../predicate/source.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { countMatches } from "./count-matches.ts";
import { type ListSource, listPage, pageOfKeys } from "./list-page.ts";
import { lookedUpPage, MAX_LOOKED_UP } from "./looked-up-page.ts";
import { userColumns, userFromRow, userGroups, noGroups } from "./user-row.ts";
import { bareUserLookups, userLookups } from "./user-statements.ts";

export async function listUsers(
  access: TenantAccess,
  query: ListQuery,
  { withGroups = true }: UserReadOptions = {},
): Promise<Page<User>> {
  const lookup = keyLookup(query, ["id", "userName", "externalId", "emails.value"]);
  if (lookup !== undefined) {
    const { tenantId } = access;
    const rows = await access.runAlone((withGroups ? userLookups : bareUserLookups)[lookup.key], {
      tenantId,
      value: lookup.value,
    });
    if (rows.length <= MAX_LOOKED_UP) return lookedUpPage(rows.map(userFromRow), query);
  }
  return await access.transact((session) =>
    listPage({ session, access }, usersSource(access.tenantId, query, withGroups ? userGroups : noGroups), query),
  );
}

function usersSource(
  tenantId: string,
  { where, search, order }: ListQuery,
  groups: RawBuilder<GroupReference[]>,
): ListSource<User> {
  const matches = condition(where, search);
  const sort = order && sortKey(userSource, order);
  return {
    name: JSON.stringify(["users", where, search, order]),
    async read(session, place) {
      const page = pageOfKeys("users", { tenantId, matches, sort, ...place }).as<"page">("page");
      const rows = await session.query(
        queryBuilder
          .selectFrom(page)
          .innerJoinLateral(
            (eb) =>
              eb
                .selectFrom("users")
                .select(userColumns)
                .select(groups.as("groups"))
                .where("users.tenant_id", "=", tenantId)
                .whereRef("users.id", "=", "page.id")
                // Keeps the planner from joining in another way than by the key.
                .offset(0)
                .as("users"),
            (join) => join.onTrue(),
          )
          .selectAll("users")
          .select("page.key")
          .orderBy("page.place")
          .compile(),
      );
      return rows.map((row) => ({ item: userFromRow(row), position: { id: row.id, key: row.key } }));
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
