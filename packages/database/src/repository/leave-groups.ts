import type { Group, NewEvent } from "@rollcall/domain";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { advanceGroups, lockGroupsOf } from "./lock-groups.ts";
import { recordEvents } from "./record-events.ts";

interface Leave {
  readonly id: string;
  readonly event: (group: Pick<Group, "id">, groupVersion: number) => NewEvent;
}

/** Ends every membership of a user, with one event each. */
export async function leaveGroups(session: Session, access: TenantAccess, { id, event }: Leave): Promise<void> {
  const { tenantId } = access;
  const groups = await lockGroupsOf(session, tenantId, id);
  if (groups.length === 0) return;
  await session.query(
    queryBuilder.deleteFrom("memberships").where("tenant_id", "=", tenantId).where("user_id", "=", id).compile(),
  );
  await advanceGroups(session, tenantId, groups);
  await recordEvents(session, access, { events: groups.map((group) => event(group, group.nextVersion)) });
}
