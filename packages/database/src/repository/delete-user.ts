import type { NewEvent, User } from "@rollcall/domain";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import { lockGroupsOf } from "./lock-groups-of.ts";
import { recordEvents } from "./record-events.ts";
import { userColumns, userFromRow } from "./user-row.ts";

interface Deletion {
  readonly id: string;
  readonly event: (user: User) => NewEvent;
}

/** Deletes a user, with its memberships, and keeps a copy of both. @returns false when there is no such user. */
export async function deleteUser(session: Session, tenantId: string, { id, event }: Deletion): Promise<boolean> {
  const groups = await lockGroupsOf(session, tenantId, id);
  const [row] = await session.query(
    queryBuilder
      .deleteFrom("users")
      .where("users.tenant_id", "=", tenantId)
      .where("users.id", "=", id)
      .returning(userColumns)
      .compile(),
  );
  if (row === undefined) return false;
  const references = groups.map(({ id: groupId, displayName }) => ({
    id: groupId,
    displayName,
    type: "direct" as const,
  }));
  const user = userFromRow({ ...row, groups: references });
  await session.query(
    queryBuilder
      .insertInto("deletions")
      .values({ tenant_id: tenantId, resource_id: id, resource_type: "user", snapshot: JSON.stringify(user) })
      .compile(),
  );
  await recordEvents(session, tenantId, { events: [event(user)], delta: { users: -1 } });
  return true;
}
