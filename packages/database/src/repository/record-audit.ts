import { type NewAuditEntry, newId, type NewEvent, type Provenance } from "@rollcall/domain";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";

/** Each row takes nine parameters, and a statement at most 65,535. */
const MAX_ROWS_PER_STATEMENT = 1_000;

/** Writes entries to the audit log of the session's tenant; does nothing when it is not known where they come from. */
export async function recordAudit(
  session: Session,
  { tenantId, provenance }: Pick<TenantAccess, "tenantId" | "provenance">,
  entries: readonly NewAuditEntry[],
): Promise<void> {
  if (provenance === undefined) return;
  for (let start = 0; start < entries.length; start += MAX_ROWS_PER_STATEMENT) {
    const rows = entries
      .slice(start, start + MAX_ROWS_PER_STATEMENT)
      .map((entry) => ({ tenant_id: tenantId, ...auditValues(entry, provenance) }));
    await session.query(queryBuilder.insertInto("audit_entries").values(rows).compile());
  }
}

/** The same for the audit log of the deployment. */
export async function recordPlatformAudit(
  session: Session,
  provenance: Provenance | undefined,
  entries: readonly NewAuditEntry[],
): Promise<void> {
  if (provenance === undefined) return;
  const rows = entries.map((entry) => auditValues(entry, provenance));
  await session.query(queryBuilder.insertInto("platform_audit_entries").values(rows).compile());
}

/** The entry that tells of an event. */
export function auditEntryOf({ id, type, actor, resourceType, resourceId }: NewEvent): NewAuditEntry {
  return { actor, action: type, resourceType, resourceId, eventId: id };
}

function auditValues(
  { actor, action, resourceType, resourceId, eventId }: NewAuditEntry,
  { requestId, ipAddress }: Provenance,
) {
  return {
    id: newId(),
    actor: actor && JSON.stringify(actor),
    action,
    resource_type: resourceType,
    resource_id: resourceId,
    event_id: eventId,
    request_id: requestId,
    ip_address: ipAddress,
  };
}
