import { type RawBuilder, sql } from "kysely";
import type { FoundId } from "../predicate/found-id.ts";
import { usersWithEmail } from "../predicate/users-with-email.ts";
import { isSeen } from "../predicate/visibility.ts";
import { statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { MAX_LOOKED_UP } from "./looked-up-page.ts";
import { type UserRow, type UserSelection, userSelections, type UserTextRow } from "./user-row.ts";

interface Lookup extends Pick<TenantAccess, "tenantId" | "sees"> {
  value: string;
}

interface ManyLookup extends Pick<TenantAccess, "tenantId" | "sees"> {
  values: string[];
}

/** When a user has a value. */
type Condition = (value: RawBuilder<unknown>, tenantId: RawBuilder<unknown>) => RawBuilder<boolean>;

const conditions = {
  id: (value) => sql`users.id = ${value}::uuid`,
  userName: (value) => sql`users.user_name_key = ${value}::text`,
  externalId: (value) => sql`users.external_id = ${value}::text`,
  email: (value, tenantId) => sql`users.id in (${usersWithEmail(tenantId, sql`array[${value}]`)})`,
} as const satisfies Record<string, Condition>;

/** Users by what identity providers look them up by, with their groups and without. */
export const userLookups = {
  user: lookups<UserRow>("user"),
  "bare-user": lookups<UserRow>("bare-user"),
  "user-text": lookups<UserTextRow>("user-text"),
  "bare-user-text": lookups<UserTextRow>("bare-user-text"),
};

/** Users by many values of one attribute. */
export const manyUserLookups = {
  id: lookupMany("id", usersWhere(conditions.id)),
  userName: lookupMany("user-name", usersWhere(conditions.userName)),
  externalId: lookupMany("external-id", usersWhere(conditions.externalId)),
  email: lookupMany("email", (value, tenantId) => usersWithEmail(tenantId, sql`array[${value}]`)),
};

function lookups<TRow>(selection: keyof typeof userSelections) {
  const select: UserSelection = userSelections[selection];
  const lookup = (name: string, condition: Condition) =>
    // In no order, which leaves the planner nothing to weigh the key's index against.
    statement<Lookup>()(
      `${selection}-by-${name}`,
      (param) => sql<TRow>`
        select ${select(param("sees"))} from users
        where users.tenant_id = ${param("tenantId")} and ${condition(param("value"), param("tenantId"))} and ${isSeen("users", param("sees"))}
        limit ${sql.lit(MAX_LOOKED_UP + 1)}`,
    );
  return {
    id: lookup("id", conditions.id),
    userName: lookup("user-name", conditions.userName),
    externalId: lookup("external-id", conditions.externalId),
    "emails.value": lookup("email", conditions.email),
  };
}

/** The ids of the tenant's users that have a value. */
type Matches = (value: RawBuilder<unknown>, tenantId: RawBuilder<unknown>) => RawBuilder<FoundId>;

function usersWhere(condition: Condition): Matches {
  return (value, tenantId) => sql`
    select users.id from users where users.tenant_id = ${tenantId} and ${condition(value, tenantId)}`;
}

/** Each value is looked up on its own, whatever the planner thinks of many; and each user is read by its id, once. */
function lookupMany(name: string, matches: Matches) {
  return statement<ManyLookup>()(
    `users-by-${name}`,
    (param) => sql<UserRow>`
      select found.* from (
        select distinct match.id from unnest(${param("values")}::text[]) value
        cross join lateral (${matches(sql.ref("value"), param("tenantId"))} offset 0) match
      ) matches cross join lateral (
        select ${userSelections.user(param("sees"))} from users
        where users.tenant_id = ${param("tenantId")} and users.id = matches.id and ${isSeen("users", param("sees"))} offset 0
      ) found
      order by found.id`,
  );
}
