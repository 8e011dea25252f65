import type { EventRepository } from "@rollcall/domain";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";

/** The numbered feed of the tenant that `access` is bound to. */
export function createEventRepository(access: TenantAccess): EventRepository {
  const { tenantId } = access;
  return {
    async list({ after, count, types }) {
      const all = queryBuilder
        .selectFrom("events")
        .selectAll()
        .where("tenant_id", "=", tenantId)
        .where("sequence", ">", after)
        .orderBy("sequence")
        .limit(count);
      const wanted = types === undefined ? all : all.where("type", "in", types);
      const rows = await access.transact((session) => session.query(wanted.compile()));
      return rows.map((row) => ({
        id: row.id,
        sequence: row.sequence,
        type: row.type,
        resourceType: row.resource_type,
        resourceId: row.resource_id,
        resourceVersion: row.resource_version,
        actor: row.actor,
        data: row.data,
        recordedAt: row.recorded_at,
      }));
    },
  };
}
