import type { Page } from "../page/page.ts";
import type { AuditAction, AuditEntry, NewAuditEntry } from "./audit-entry.ts";

/** The audit log of one tenant, or of the deployment itself. Entries are only ever added. */
export interface AuditLog {
  /** Adds an entry for what is no change; changes add theirs by themselves. */
  append(entry: NewAuditEntry): Promise<void>;
  /** Newest first. */
  list(query: AuditQuery): Promise<Page<AuditEntry>>;
}

export interface AuditQuery {
  readonly actions?: readonly AuditAction[] | undefined;
  readonly actorId?: string | undefined;
  readonly resourceId?: string | undefined;
  /** Only entries of this time and later. */
  readonly since?: Date | undefined;
  /** Only entries before this time. */
  readonly until?: Date | undefined;
  readonly beforeId: string | undefined;
  readonly count: number;
}
