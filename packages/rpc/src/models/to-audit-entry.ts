import type { AuditEntry } from "@rollcall/domain";
import type { z } from "zod";
import type { auditEntrySchema } from "../schemas/audit-entry.ts";

export function toAuditEntry(entry: AuditEntry): z.input<typeof auditEntrySchema> {
  return { ...entry, recordedAt: entry.recordedAt.toISOString() };
}
