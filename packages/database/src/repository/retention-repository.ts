import {
  DELETION_WINDOW_DAYS,
  IDEMPOTENCY_WINDOW_HOURS,
  newEvent,
  type NewEvent,
  noRequest,
  type RetentionRepository,
} from "@rollcall/domain";
import { type CompiledQuery, type RawBuilder, type SqlBool, sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import { type Session, transact } from "../session/session.ts";
import type { SessionPool } from "../session/session-pool.ts";
import { eraseTenant } from "./erase-tenant.ts";
import { recordEvents } from "./record-events.ts";

/** What is past its time in all tenants; the database's clock decides what is. */
export function createRetentionRepository(pool: SessionPool): RetentionRepository {
  const within = <TResult>(tenantId: string, work: (session: Session) => Promise<TResult>) =>
    transact(pool, { kind: "retention", tenantId }, work);
  return {
    async dueTenants(count) {
      return await transact(pool, { kind: "retention" }, async (session) => {
        const due = new Map<string, boolean>();
        for (const { id } of await session.query(tenantsWithDue(deletions, count))) due.set(id, false);
        for (const { id } of await session.query(tenantsWithDue(idempotencyKeys, count))) due.set(id, false);
        for (const { id } of await session.query(tenantsWithDue(tenants, count))) due.set(id, true);
        return [...due].slice(0, count).map(([tenantId, whole]) => ({ tenantId, whole }));
      });
    },

    purgeDeletions: (tenantId, count) => within(tenantId, (session) => purgeDeletions(session, tenantId, count)),

    purgeIdempotencyKeys: (tenantId, count) =>
      within(tenantId, async (session) => {
        const gone = await session.query(
          sql`
            delete from idempotency_keys where tenant_id = ${tenantId} and ${idempotencyKeys.isDue}
              and (caller, key) in (
                select caller, key from idempotency_keys where tenant_id = ${tenantId} and ${idempotencyKeys.isDue}
                order by claimed_at limit ${count}
              )
            returning 1`.compile(queryBuilder),
        );
        return gone.length;
      }),

    purgeTenant: (tenantId, count) =>
      within(tenantId, async (session) => {
        const due = sql`select 1 from tenants where id = ${tenantId} and ${tenants.isDue}`.compile(queryBuilder);
        // Not when it was restored meanwhile.
        return (await session.query(due)).length === 0 || (await eraseTenant(session, tenantId, count));
      }),
  };
}

interface Expiring {
  readonly table: "tenants" | "deletions" | "idempotency_keys";
  /** The column that names the tenant. */
  readonly tenant: RawBuilder<string>;
  readonly isDue: RawBuilder<SqlBool>;
}

const deletionWindow = sql.lit(`${DELETION_WINDOW_DAYS} days`);
const idempotencyWindow = sql.lit(`${IDEMPOTENCY_WINDOW_HOURS} hours`);

const tenants: Expiring = {
  table: "tenants",
  tenant: sql`id`,
  isDue: sql`state = 'deleted' and deleted_at < now() - interval ${deletionWindow}`,
};
const deletions: Expiring = {
  table: "deletions",
  tenant: sql`tenant_id`,
  isDue: sql`deleted_at < now() - interval ${deletionWindow}`,
};
const idempotencyKeys: Expiring = {
  table: "idempotency_keys",
  tenant: sql`tenant_id`,
  isDue: sql`claimed_at < now() - interval ${idempotencyWindow}`,
};

function tenantsWithDue({ table, tenant, isDue }: Expiring, count: number): CompiledQuery<{ id: string }> {
  return sql<{ id: string }>`
    select distinct ${tenant} as id from ${sql.table(table)} where ${isDue} limit ${count}`.compile(queryBuilder);
}

/** One that is restored at the same time is found by either side only. */
async function purgeDeletions(session: Session, tenantId: string, count: number): Promise<number> {
  const gone = await session.query(
    sql<{ resource_id: string; resource_type: "user" | "group" }>`
      delete from deletions where tenant_id = ${tenantId} and ${deletions.isDue}
        and resource_id in (
          select resource_id from deletions where tenant_id = ${tenantId} and ${deletions.isDue}
          order by deleted_at limit ${count}
        )
      returning resource_id, resource_type`.compile(queryBuilder),
  );
  const events = gone.map((row) => purgeEvent(row.resource_type, row.resource_id));
  await recordEvents(session, { tenantId, provenance: noRequest }, { events });
  return gone.length;
}

function purgeEvent(resourceType: "user" | "group", id: string): NewEvent {
  const actor = { kind: "system" } as const;
  return resourceType === "user"
    ? newEvent("user.purged", actor, { id, version: null, data: { userId: id } })
    : newEvent("group.purged", actor, { id, version: null, data: { groupId: id } });
}
