import { type AuditEntry, type AuditLog, type AuditQuery, noRequest, type Provenance } from "@rollcall/domain";
import type { Cell } from "./cell.ts";
import { recordAudit } from "./record-events.ts";
import { pageBefore } from "./rows-by-id.ts";

/** The audit log of a tenant or of the deployment, whichever the cell is of. */
export function createAuditLog<TRows extends { readonly audit: AuditEntry[] }>(
  cell: Cell<TRows>,
  provenance: Provenance = noRequest,
): AuditLog {
  return {
    append: (entry) => cell.write((rows) => recordAudit(rows, provenance, entry)),
    list: (query) =>
      cell.read(({ audit }) =>
        pageBefore(
          audit.filter((entry) => isWanted(entry, query)),
          query,
        ),
      ),
  };
}

function isWanted(entry: AuditEntry, { actions, actorId, resourceId, since, until }: AuditQuery): boolean {
  if (actions !== undefined && !actions.includes(entry.action)) return false;
  if (actorId !== undefined && !(entry.actor && "id" in entry.actor && entry.actor.id === actorId)) return false;
  if (resourceId !== undefined && entry.resourceId !== resourceId) return false;
  if (since !== undefined && entry.recordedAt < since) return false;
  return until === undefined || entry.recordedAt < until;
}
