import type { Group, NewEvent } from "@rollcall/domain";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { endMemberships } from "./end-memberships.ts";
import { lockGroupsOf } from "./lock-groups.ts";
import { recordEvents } from "./record-events.ts";

interface Leave {
  readonly id: string;
  readonly event: (group: Pick<Group, "id">, groupVersion: number) => NewEvent;
}

/** Ends every membership of a user, with one event each. */
export async function leaveGroups(session: Session, access: TenantAccess, { id, event }: Leave): Promise<void> {
  const { tenantId } = access;
  await lockGroupsOf(session, tenantId, id);
  const lock = queryBuilder.selectFrom("users").select("id").where("tenant_id", "=", tenantId).where("id", "=", id);
  await session.query(lock.forUpdate().compile());
  const groups = await endMemberships(session, tenantId, id);
  await recordEvents(session, access, { events: groups.map((group) => event(group, group.nextVersion)) });
}
