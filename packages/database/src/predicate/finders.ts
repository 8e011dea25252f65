import { isId } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";
import type { FoundId } from "./found-id.ts";
import { membersBelow } from "./members-below.ts";
import { usersWithEmail } from "./users-with-email.ts";
import { isSeenByKey, type Viewer } from "./visibility.ts";

/** The ids of all in the tenant that have one of the values, found by an index: whether the caller sees them is not asked. */
type Finder = (values: readonly string[]) => RawBuilder<FoundId>;

export interface Finders {
  /** Of the row that is looked at. */
  readonly id: RawBuilder<unknown>;
  /** By dotted path; each takes values as they are compared. */
  readonly by: Readonly<Record<string, Finder>>;
}

export function userFinders({ tenantId, sight }: Viewer): Finders {
  return {
    id: sql.ref("users.id"),
    by: {
      id: ofId((id) => sql`select ${id}`),
      userName: (keys) => sql`select id from users where tenant_id = ${tenantId} and ${isOneOf("user_name_key", keys)}`,
      externalId: (keys) => sql`select id from users where tenant_id = ${tenantId} and ${isOneOf("external_id", keys)}`,
      "emails.value": (keys) => usersWithEmail(tenantId, sql`${keys}`),
      "groups.value": ofId((id) => membersBelow(id, { tenantId, sight })),
    },
  };
}

export function groupFinders({ tenantId, sight }: Viewer): Finders {
  return {
    id: sql.ref("groups.id"),
    by: {
      id: ofId((id) => sql`select ${id}`),
      displayName: (keys) =>
        sql`select id from groups where tenant_id = ${tenantId} and ${isOneOf("display_name_key", keys)}`,
      externalId: (keys) =>
        sql`select id from groups where tenant_id = ${tenantId} and ${isOneOf("external_id", keys)}`,
      "members.value": ofId(
        (id) => sql`
          select group_id as id from memberships
          where tenant_id = ${tenantId} and user_id = ${id} and ${isSeenByKey("users", { tenantId, id }, sight)}
          union
          select group_id from nestings
          where tenant_id = ${tenantId} and child_id = ${id} and ${isSeenByKey("groups", { tenantId, id }, sight)}`,
      ),
    },
  };
}

function isOneOf(column: string, keys: readonly string[]): RawBuilder<boolean> {
  return sql`${sql.ref(column)} = any(${keys}::text[])`;
}

/** A text that is no UUID is nobody's id; asking the database would be an error. */
function ofId(find: (id: RawBuilder<string>) => RawBuilder<FoundId>): Finder {
  return (values) => {
    const queries = values.filter(isId).map((id) => sql`(${find(sql`${id}::uuid`)})`);
    return queries.length === 0 ? sql`select null::uuid as id where false` : sql`${sql.join(queries, sql` union `)}`;
  };
}
