import { type Event, type NewAuditEntry, newId, type NewEvent, type Provenance } from "@rollcall/domain";
import type { TenantAccess } from "./tenant-access.ts";
import type { TenantRows } from "./tenant-rows.ts";

/** Adds events to the feed, numbered at once, and audits them when it is known where they come from. */
export function recordEvents(
  rows: TenantRows,
  { provenance }: Pick<TenantAccess, "provenance">,
  events: readonly NewEvent[],
): void {
  for (const event of events) {
    // As JSON, for that is what reaches whoever reads the feed.
    const data: Event["data"] = JSON.parse(JSON.stringify(event.data));
    rows.events.push({ ...event, data, sequence: rows.events.length + 1, recordedAt: new Date() });
    const { id, type, actor, resourceType, resourceId } = event;
    recordAudit(rows, provenance, { actor, action: type, resourceType, resourceId, eventId: id });
  }
}

/** Does nothing when it is not known where the entry comes from. */
export function recordAudit(
  { audit }: Pick<TenantRows, "audit">,
  provenance: Provenance | undefined,
  entry: NewAuditEntry,
): void {
  if (provenance === undefined) return;
  audit.push({ ...structuredClone(entry), ...provenance, id: newId(), recordedAt: new Date() });
}
