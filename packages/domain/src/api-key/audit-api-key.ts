import type { AuditAction, NewAuditEntry } from "../audit/audit-entry.ts";
import type { Actor } from "../event/event.ts";

/** The entry that tells of a change of an API key; there are no events of it. */
export function auditApiKey(
  action: Extract<AuditAction, `api_key.${string}`>,
  actor: Actor,
  id: string,
): NewAuditEntry {
  return { actor, action, resourceType: "api_key", resourceId: id, eventId: null };
}
