import type { NewAuditEntry } from "./audit-entry.ts";

/** The entry that tells of a credential that exists and was refused: a wrong secret, or it was revoked or ran out. */
export function failedAuthentication(resourceType: "token" | "api_key", resourceId: string): NewAuditEntry {
  return { actor: null, action: "authentication.failed", resourceType, resourceId, eventId: null };
}
