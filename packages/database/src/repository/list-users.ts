import type { ListQuery, Page, User, UserReadOptions } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { containsText } from "../predicate/like.ts";
import { userSource } from "../predicate/source.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { listResources, type ResourceKind } from "./list-resources.ts";
import { bareUserLookups, userLookups } from "./user-lookups.ts";
import { type GroupsColumn, noGroups, userColumns, userFromRow, userGroups, type UserRow } from "./user-row.ts";

export async function listUsers(
  access: TenantAccess,
  query: ListQuery,
  { withGroups = true }: UserReadOptions = {},
): Promise<Page<User>> {
  return await listResources(access, query, withGroups ? users : bareUsers);
}

const users = kindWith(userLookups, userGroups);
const bareUsers = kindWith(bareUserLookups, noGroups);

function kindWith(lookups: typeof userLookups, groups: GroupsColumn): ResourceKind<UserRow, User> {
  return {
    table: "users",
    source: userSource,
    lookups,
    nameContains,
    fromRow: userFromRow,
    rowsOf: ({ tenantId, sees }, page) =>
      queryBuilder
        .selectFrom(page)
        .innerJoinLateral(
          (eb) =>
            eb
              .selectFrom("users")
              .select(userColumns)
              .select(groups(sql`${sees}`).as("groups"))
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
  };
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
