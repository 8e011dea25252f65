import type { Tenant, TenantRepository } from "@rollcall/domain";
import type pg from "pg";
import { queryBuilder } from "../session/query-builder.ts";
import { transact } from "../session/session.ts";
import { connectionValues } from "./connection-repository.ts";
import { recordEvents } from "./record-events.ts";

/** All tenants. A tenant is written and read from inside its own scope; only the list sees several. */
export function createTenantRepository(pool: pg.Pool): TenantRepository {
  return {
    async insert(tenant, connection, events) {
      await transact(pool, { kind: "tenant", tenantId: tenant.id }, async (session) => {
        await session.query(queryBuilder.insertInto("tenants").values(tenantValues(tenant)).compile());
        await session.query(queryBuilder.insertInto("feeds").values({ tenant_id: tenant.id }).compile());
        await session.query(
          queryBuilder.insertInto("connections").values(connectionValues(tenant.id, connection)).compile(),
        );
        await recordEvents(session, tenant.id, { events });
      });
    },

    async find(id) {
      const find = queryBuilder.selectFrom("tenants").selectAll().where("id", "=", id);
      const [row] = await transact(pool, { kind: "tenant", tenantId: id }, (session) => session.query(find.compile()));
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

    async update({ id, name, updatedAt }, event) {
      const update = queryBuilder
        .updateTable("tenants")
        .set({ name, updated_at: updatedAt })
        .where("id", "=", id)
        .returning("id");
      return await transact(pool, { kind: "tenant", tenantId: id }, async (session) => {
        const updated = await session.query(update.compile());
        if (updated.length > 0) await recordEvents(session, id, { events: [event] });
        return updated.length > 0;
      });
    },
  };
}

function tenantValues({ id, name, createdAt, updatedAt }: Tenant) {
  return { id, name, created_at: createdAt, updated_at: updatedAt };
}

function tenantFromRow(row: ReturnType<typeof tenantValues>): Tenant {
  return { id: row.id, name: row.name, createdAt: row.created_at, updatedAt: row.updated_at };
}
