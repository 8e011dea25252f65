import type { Provenance, Tenant, TenantRepository } from "@rollcall/domain";
import { sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import { transact } from "../session/session.ts";
import type { SessionPool } from "../session/session-pool.ts";
import { connectionValues } from "./connection-repository.ts";
import { recordEvents } from "./record-events.ts";

/** All tenants. A tenant is written and read from inside its own scope; only the list sees several. */
export function createTenantRepository(pool: SessionPool, provenance: Provenance | undefined): TenantRepository {
  const scopeOf = (tenantId: string) => ({ kind: "tenant", tenantId }) as const;
  return {
    async insert(tenant, connection, events) {
      await transact(pool, scopeOf(tenant.id), async (session) => {
        await session.query(queryBuilder.insertInto("tenants").values(tenantValues(tenant)).compile());
        await session.query(queryBuilder.insertInto("feeds").values({ tenant_id: tenant.id }).compile());
        await session.query(
          queryBuilder.insertInto("connections").values(connectionValues(tenant.id, connection)).compile(),
        );
        await recordEvents(session, { tenantId: tenant.id, provenance }, { events });
      });
    },

    async find(id) {
      const find = queryBuilder.selectFrom("tenants").selectAll().where("id", "=", id);
      const [row] = await transact(pool, scopeOf(id), (session) => session.query(find.compile()));
      return row && tenantFromRow(row);
    },

    async list({ afterId, count }) {
      const all = queryBuilder
        .selectFrom("tenants")
        .selectAll()
        .orderBy("id")
        .limit(count + 1);
      const page = afterId === undefined ? all : all.where("id", ">", afterId);
      const rows = await transact(pool, { kind: "platform" }, (session) => session.query(page.compile()));
      const items = rows.slice(0, count).map(tenantFromRow);
      return { items, total: undefined, next: rows.length > count ? items.at(-1) : undefined };
    },

    async change(id, decide) {
      const lock = queryBuilder
        .selectFrom("tenants")
        .selectAll()
        .select(sql<Date>`now()`.as("now"))
        .where("id", "=", id);
      return await transact(pool, scopeOf(id), async (session) => {
        const [row] = await session.query(lock.forUpdate().compile());
        const current = row && tenantFromRow(row);
        const change = current && decide(current, row.now);
        if (change === undefined) return current;
        const { id: _, created_at, ...changed } = tenantValues(change.next);
        await session.query(queryBuilder.updateTable("tenants").set(changed).where("id", "=", id).compile());
        await recordEvents(session, { tenantId: id, provenance }, { events: [change.event] });
        return change.next;
      });
    },
  };
}

function tenantValues({ id, name, state, deletedAt, createdAt, updatedAt }: Tenant) {
  return { id, name, state, deleted_at: deletedAt, created_at: createdAt, updated_at: updatedAt };
}

function tenantFromRow(row: ReturnType<typeof tenantValues>): Tenant {
  const { id, name, state } = row;
  return { id, name, state, deletedAt: row.deleted_at, createdAt: row.created_at, updatedAt: row.updated_at };
}
