import type { NewEvent, User } from "@rollcall/domain";
import { sql } from "kysely";
import { isSeen } from "../predicate/visibility.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { endMemberships } from "./end-memberships.ts";
import { lockGroupsOf } from "./lock-groups.ts";
import { recordEvents } from "./record-events.ts";
import { userColumns, userFromRow } from "./user-row.ts";

interface Deletion {
  readonly id: string;
  readonly event: (user: User) => NewEvent;
}

/** Deletes a user, with its memberships, and keeps a copy of both. @returns false when there is no such user. */
export async function deleteUser(session: Session, access: TenantAccess, { id, event }: Deletion): Promise<boolean> {
  const { tenantId, sees } = access;
  await lockGroupsOf(session, tenantId, id);
  const [row] = await session.query(
    queryBuilder
      .selectFrom("users")
      .select(userColumns)
      .where("users.tenant_id", "=", tenantId)
      .where("users.id", "=", id)
      .where(isSeen("users", sql`${sees}`))
      .forUpdate()
      .compile(),
  );
  if (row === undefined) return false;
  const groups = await endMemberships(session, tenantId, id);
  const references = groups.map(({ id: groupId, displayName }) => ({
    id: groupId,
    displayName,
    type: "direct" as const,
  }));
  const user = userFromRow({ ...row, own_groups: null }, references);
  const deleted = event(user);
  await session.query(
    queryBuilder.deleteFrom("users").where("tenant_id", "=", tenantId).where("id", "=", id).compile(),
  );
  await session.query(
    queryBuilder
      .insertInto("deletions")
      .values({ tenant_id: tenantId, resource_id: id, resource_type: "user", snapshot: JSON.stringify(user) })
      .compile(),
  );
  const delta = user.origin === "platform" ? ({ users: -1, platformUsers: -1 } as const) : ({ users: -1 } as const);
  await recordEvents(session, access, { events: [deleted], delta });
  return true;
}
