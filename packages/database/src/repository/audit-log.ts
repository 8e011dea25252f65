import { type AuditLog, type AuditQuery, noRequest, type Provenance } from "@rollcall/domain";
import { type CompiledQuery, type RawBuilder, sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import { transact } from "../session/session.ts";
import type { SessionPool } from "../session/session-pool.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { type AuditRow, auditPage } from "./audit-row.ts";
import { recordAudit, recordPlatformAudit } from "./record-audit.ts";

/** The audit log of the tenant that `access` is bound to. */
export function createAuditLog(access: TenantAccess): AuditLog {
  const { tenantId, provenance = noRequest } = access;
  return {
    append: (entry) => access.transact((session) => recordAudit(session, { tenantId, provenance }, [entry])),

    async list(query) {
      const wanted = newestEntries(
        "audit_entries",
        [sql<boolean>`tenant_id = ${tenantId}`, ...conditions(query)],
        query,
      );
      return auditPage(await access.transact((session) => session.query(wanted)), query.count);
    },
  };
}

/** The audit log of the deployment. */
export function createPlatformAuditLog(pool: SessionPool, provenance: Provenance = noRequest): AuditLog {
  const scope = { kind: "platform" } as const;
  return {
    append: (entry) => transact(pool, scope, (session) => recordPlatformAudit(session, provenance, [entry])),

    async list(query) {
      const wanted = newestEntries("platform_audit_entries", conditions(query), query);
      return auditPage(await transact(pool, scope, (session) => session.query(wanted)), query.count);
    },
  };
}

function newestEntries(
  table: "audit_entries" | "platform_audit_entries",
  where: readonly RawBuilder<boolean>[],
  { count }: AuditQuery,
): CompiledQuery<AuditRow> {
  return sql<AuditRow>`
    select id, actor, action, resource_type, resource_id, event_id, request_id, ip_address, recorded_at
    from ${sql.table(table)} where ${sql.join([sql`true`, ...where], sql` and `)}
    order by id desc limit ${count + 1}`.compile(queryBuilder);
}

function conditions({ actions, actorId, resourceId, since, until, beforeId }: AuditQuery): RawBuilder<boolean>[] {
  return [
    ...(actions === undefined ? [] : [sql<boolean>`action = any(${actions}::text[])`]),
    ...(actorId === undefined ? [] : [sql<boolean>`actor_id = ${actorId}`]),
    ...(resourceId === undefined ? [] : [sql<boolean>`resource_id = ${resourceId}`]),
    ...(since === undefined ? [] : [sql<boolean>`recorded_at >= ${since}`]),
    ...(until === undefined ? [] : [sql<boolean>`recorded_at < ${until}`]),
    ...(beforeId === undefined ? [] : [sql<boolean>`id < ${beforeId}`]),
  ];
}
