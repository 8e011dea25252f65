import type { GroupReference, ListQuery, Page, User, UserReadOptions, UserText } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import { containsText } from "../predicate/like.ts";
import { userSource } from "../predicate/source.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { listResources, type ResourceKind } from "./list-resources.ts";
import { pageAfter } from "./page-after.ts";
import { pageAt } from "./page-at.ts";
import { readGroups } from "./read-groups.ts";
import { userLookups } from "./user-lookups.ts";
import { type FoundUser, userFromRow, type UserSelection, userSelections, userTextFromRow } from "./user-row.ts";

export async function listUsers(
  access: TenantAccess,
  query: ListQuery,
  { withGroups = true }: UserReadOptions = {},
): Promise<Page<User>> {
  return await listResources(access, query, withGroups ? kinds.user : kinds["bare-user"]);
}

export async function listUserTexts(
  access: TenantAccess,
  query: ListQuery,
  { withGroups = true }: UserReadOptions = {},
): Promise<Page<UserText>> {
  return await listResources(access, query, withGroups ? kinds["user-text"] : kinds["bare-user-text"]);
}

const kinds = {
  user: kindOf("user", userLookups.user, userFromRow),
  "bare-user": kindOf("bare-user", userLookups["bare-user"], userFromRow),
  "user-text": kindOf("user-text", userLookups["user-text"], userTextFromRow),
  "bare-user-text": kindOf("bare-user-text", userLookups["bare-user-text"], userTextFromRow),
};

function kindOf<TRow extends FoundUser, TItem extends { readonly id: string }>(
  selection: keyof typeof userSelections,
  lookups: ResourceKind<TRow, TItem>["lookups"],
  fromRow: (row: TRow, groups: readonly GroupReference[]) => TItem,
): ResourceKind<TRow, TItem> {
  const columns: UserSelection = userSelections[selection];
  return {
    table: "users",
    source: userSource,
    columns,
    lookups,
    pageAfter: pageAfter({ name: `${selection}-page`, table: "users", columns }),
    pageAt: pageAt({ name: `${selection}-page-at`, columns }),
    nameContains,
    async itemsOf(rows, { tenantId, sees, runAlone }) {
      const groupsOf = await readGroups(rows, { tenantId, sees, run: runAlone });
      return rows.map((row) => fromRow(row, groupsOf(row)));
    },
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
