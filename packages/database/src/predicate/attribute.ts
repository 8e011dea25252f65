import type { GroupAttribute, UserAttribute } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";

/**
 * How an attribute is found in SQL and compared.
 *
 * - id: a UUID column
 * - exact: a text column, compared as it is
 * - folded: a text column that holds folded text
 * - foldedList: an array column of folded texts
 * - profileText: a text inside the profile, folded when compared
 * - boolean, time: columns of those types
 */
export type AttributeColumn =
  | {
      readonly kind: "id" | "exact" | "folded" | "foldedList" | "boolean" | "time";
      readonly column: RawBuilder<unknown>;
    }
  | { readonly kind: "profileText"; readonly column: RawBuilder<unknown> };

export const userAttributeColumns = {
  id: { kind: "id", column: sql.ref("users.id") },
  userName: { kind: "folded", column: sql.ref("users.user_name_key") },
  externalId: { kind: "exact", column: sql.ref("users.external_id") },
  active: { kind: "boolean", column: sql.ref("users.active") },
  displayName: profileText("displayName"),
  "name.givenName": profileText("name", "givenName"),
  "name.familyName": profileText("name", "familyName"),
  "emails.value": { kind: "foldedList", column: sql.ref("users.email_keys") },
  title: profileText("title"),
  "enterprise.employeeNumber": profileText("enterprise", "employeeNumber"),
  "enterprise.department": profileText("enterprise", "department"),
  createdAt: { kind: "time", column: sql.ref("users.created_at") },
  updatedAt: { kind: "time", column: sql.ref("users.updated_at") },
} as const satisfies Record<UserAttribute, AttributeColumn>;

export const groupAttributeColumns = {
  id: { kind: "id", column: sql.ref("groups.id") },
  displayName: { kind: "folded", column: sql.ref("groups.display_name_key") },
  externalId: { kind: "exact", column: sql.ref("groups.external_id") },
  createdAt: { kind: "time", column: sql.ref("groups.created_at") },
  updatedAt: { kind: "time", column: sql.ref("groups.updated_at") },
} as const satisfies Record<GroupAttribute, AttributeColumn>;

function profileText(...path: string[]): AttributeColumn {
  return { kind: "profileText", column: sql`users.profile #>> ${sql.lit(`{${path.join(",")}}`)}` };
}
