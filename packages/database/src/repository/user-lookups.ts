import { type RawBuilder, sql } from "kysely";
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

type Condition = (value: RawBuilder<unknown>) => RawBuilder<boolean>;

/** When a user has a value of each attribute that has an index of its own. */
const conditions = {
  id: (value) => sql`users.id = ${value}::uuid`,
  userName: (value) => sql`users.user_name_key = ${value}::text`,
  externalId: (value) => sql`users.external_id = ${value}::text`,
  email: (value) => sql`users.email_keys @> array[${value}]::text[]`,
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
  id: lookupMany("id", eachBy(conditions.id)),
  userName: lookupMany("user-name", eachBy(conditions.userName)),
  externalId: lookupMany("external-id", eachBy(conditions.externalId)),
  // All at once: a user can have several of them, and the index takes several.
  email: lookupMany(
    "email",
    (values, seen) => sql`select users.id from users where ${seen} and users.email_keys && ${values}`,
  ),
};

function lookups<TRow>(selection: keyof typeof userSelections) {
  const select: UserSelection = userSelections[selection];
  const lookup = (name: string, condition: Condition) =>
    // In no order, which leaves the planner nothing to weigh the key's index against.
    statement<Lookup>()(
      `${selection}-by-${name}`,
      (param) => sql<TRow>`
        select ${select(param("sees"))} from users
        where users.tenant_id = ${param("tenantId")} and ${condition(param("value"))} and ${isSeen("users", param("sees"))}
        limit ${sql.lit(MAX_LOOKED_UP + 1)}`,
    );
  return {
    id: lookup("id", conditions.id),
    userName: lookup("user-name", conditions.userName),
    externalId: lookup("external-id", conditions.externalId),
    "emails.value": lookup("email", conditions.email),
  };
}

/** The ids of the users that have one of the values; `seen`: that the tenant has them and the caller sees them. */
type Matches = (values: RawBuilder<unknown>, seen: RawBuilder<boolean>) => RawBuilder<{ id: string }>;

/** Each value on its own by the key's index. A user has one value of the key, so none is found twice. */
function eachBy(condition: Condition): Matches {
  return (values, seen) => sql`
    select match.id from unnest(${values}) value cross join lateral (
      select users.id from users where ${seen} and ${condition(sql.ref("value"))} offset 0
    ) match`;
}

/** Each user is read by its id. */
function lookupMany(name: string, matches: Matches) {
  return statement<ManyLookup>()(`users-by-${name}`, (param) => {
    const seen = sql<boolean>`users.tenant_id = ${param("tenantId")} and ${isSeen("users", param("sees"))}`;
    return sql<UserRow>`
      select found.* from (${matches(sql`${param("values")}::text[]`, seen)} offset 0) matches cross join lateral (
        select ${userSelections.user(param("sees"))} from users
        where users.tenant_id = ${param("tenantId")} and users.id = matches.id offset 0
      ) found
      order by found.id`;
  });
}
