import type { NewEvent } from "@rollcall/domain";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { auditEntryOf, recordAudit } from "./record-audit.ts";

/** How the tenant's totals change with an event; what the platform made itself counts in both totals of its kind. */
export interface TotalsDelta {
  readonly users?: 1 | -1;
  readonly groups?: 1 | -1;
  readonly platformUsers?: 1 | -1;
  readonly platformGroups?: 1 | -1;
}

interface Recording {
  readonly events: readonly NewEvent[];
  /** Goes with the first event. */
  readonly delta?: TotalsDelta;
}

/** Each row takes twelve parameters, and a statement at most 65,535. */
const MAX_ROWS_PER_STATEMENT = 1_000;

/** Writes events to the outbox of the session's tenant, and audits them when it is known where they come from. */
export async function recordEvents(
  session: Session,
  access: Pick<TenantAccess, "tenantId" | "provenance">,
  { events, delta = {} }: Recording,
): Promise<void> {
  for (let start = 0; start < events.length; start += MAX_ROWS_PER_STATEMENT) {
    const rows = events
      .slice(start, start + MAX_ROWS_PER_STATEMENT)
      .map((event, index) => outboxRow(access.tenantId, event, start + index === 0 ? delta : {}));
    await session.query(queryBuilder.insertInto("outbox").values(rows).compile());
  }
  await recordAudit(session, access, events.map(auditEntryOf));
}

function outboxRow(tenantId: string, event: NewEvent, delta: TotalsDelta) {
  return {
    tenant_id: tenantId,
    id: event.id,
    type: event.type,
    resource_type: event.resourceType,
    resource_id: event.resourceId,
    resource_version: event.resourceVersion,
    actor: JSON.stringify(event.actor),
    data: JSON.stringify(event.data),
    users_delta: delta.users ?? 0,
    groups_delta: delta.groups ?? 0,
    platform_users_delta: delta.platformUsers ?? 0,
    platform_groups_delta: delta.platformGroups ?? 0,
  };
}
