import type { Actor, AuditAction, AuditEntry, Page } from "@rollcall/domain";

export interface AuditRow {
  id: string;
  actor: Actor | null;
  action: AuditAction;
  resource_type: string | null;
  resource_id: string | null;
  event_id: string | null;
  request_id: string | null;
  ip_address: string | null;
  recorded_at: Date;
}

/** The page that rows make; one more than `count` of them tells that others follow. */
export function auditPage(rows: readonly AuditRow[], count: number): Page<AuditEntry> {
  const items = rows.slice(0, count).map(auditEntryFromRow);
  return { items, total: undefined, next: rows.length > count ? items.at(-1) : undefined };
}

function auditEntryFromRow(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    actor: row.actor,
    action: row.action,
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    eventId: row.event_id,
    requestId: row.request_id,
    ipAddress: row.ip_address,
    recordedAt: row.recorded_at,
  };
}
