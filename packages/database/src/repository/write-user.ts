import type { NewEvent, User } from "@rollcall/domain";
import type { Statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { claimValues } from "./claim-values.ts";
import { auditEntryOf, recordAudit } from "./record-audit.ts";

interface UserWrite<TParams, TRow> {
  readonly statement: Statement<TParams, TRow>;
  readonly params: TParams;
  /** The user as it was; undefined for a new one. */
  readonly current?: User;
  readonly next: User;
  /** The event that the statement writes. */
  readonly event: NewEvent;
  /** Whether the statement's answer says that it wrote. */
  readonly wrote: (rows: TRow[]) => boolean;
}

/**
 * Runs the statement that writes a user. One whose profile holds no extension values, before and after, is written by
 * that statement alone, unless the change is audited; others in one transaction with the values that must be unique and
 * the audit entry.
 * @returns whether the statement wrote.
 * @throws DomainError `conflict` when a unique extension value is another user's, `contention` when a schema of the
 * values is deleted at the same time.
 */
export async function writeUser<TParams, TRow>(
  access: TenantAccess,
  write: UserWrite<TParams, TRow>,
): Promise<boolean> {
  const { statement, params, current, next, event, wrote } = write;
  const before = current?.profile.extensions;
  const after = next.profile.extensions;
  if (before === undefined && after === undefined && access.provenance === undefined) {
    return wrote(await access.runAlone(statement, params));
  }
  return await access.transact(async (session) => {
    if (!wrote(await session.run(statement, params))) return false;
    await claimValues(session, access.tenantId, { userId: next.id, before, after });
    await recordAudit(session, access, [auditEntryOf(event)]);
    return true;
  });
}
