import { DomainError, type Entitlement, type EntitlementRepository, fold } from "@rollcall/domain";
import { asConflict } from "../session/database-error.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { lockFeed } from "./lock-feed.ts";
import { recordEvents } from "./record-events.ts";

/** The roles and entitlements of the tenant that `access` is bound to. */
export function createEntitlementRepository(access: TenantAccess): EntitlementRepository {
  const { tenantId } = access;
  const ofTenant = queryBuilder.selectFrom("entitlements").select(columns).where("tenant_id", "=", tenantId);
  return {
    async list(kind) {
      const wanted = kind === undefined ? ofTenant : ofTenant.where("kind", "=", kind);
      const rows = await access.transact((session) => session.query(wanted.orderBy("id").compile()));
      return rows.map(entitlementFromRow);
    },

    async find(id) {
      const [row] = await access.transact((session) => session.query(ofTenant.where("id", "=", id).compile()));
      return row && entitlementFromRow(row);
    },

    async insert(entitlement, event, { max }) {
      const { id, kind, createdAt } = entitlement;
      const key = { tenant_id: tenantId, id, kind, created_at: createdAt };
      const insert = queryBuilder.insertInto("entitlements").values({ ...key, ...entitlementValues(entitlement) });
      await access.transact(async (session) => {
        await lockFeed(session, tenantId);
        const ofKind = await session.query(ofTenant.where("kind", "=", kind).compile());
        if (ofKind.length >= max) {
          const reason = `the tenant has ${max} of its kind already`;
          throw new DomainError({ code: "invalid_value", attribute: "kind", reason });
        }
        await session.query(insert.compile()).catch(rethrowConflict(entitlement));
        await recordEvents(session, access, { events: [event] });
      });
    },

    async update(entitlement, event) {
      const update = queryBuilder
        .updateTable("entitlements")
        .set(entitlementValues(entitlement))
        .where("tenant_id", "=", tenantId)
        .where("id", "=", entitlement.id)
        .returning("id");
      return await access.transact(async (session) => {
        const updated = await session.query(update.compile()).catch(rethrowConflict(entitlement));
        if (updated.length > 0) await recordEvents(session, access, { events: [event] });
        return updated.length > 0;
      });
    },

    async delete(id, event) {
      const remove = queryBuilder.deleteFrom("entitlements").where("tenant_id", "=", tenantId).where("id", "=", id);
      return await access.transact(async (session) => {
        const [row] = await session.query(remove.returning(columns).compile());
        if (row === undefined) return undefined;
        const entitlement = entitlementFromRow(row);
        await recordEvents(session, access, { events: [event(entitlement)] });
        return entitlement;
      });
    },
  };
}

const columns = ["id", "kind", "display_name", "type", "created_at", "updated_at"] as const;

interface EntitlementRow extends Pick<Entitlement, "id" | "kind" | "type"> {
  display_name: string;
  created_at: Date;
  updated_at: Date;
}

function entitlementFromRow(row: EntitlementRow): Entitlement {
  const { id, kind, type } = row;
  return { id, kind, displayName: row.display_name, type, createdAt: row.created_at, updatedAt: row.updated_at };
}

function entitlementValues({ displayName, type, updatedAt }: Entitlement) {
  return { display_name: displayName, display_name_key: fold(displayName), type, updated_at: updatedAt };
}

function rethrowConflict({ displayName }: Entitlement): (error: unknown) => never {
  return (error) => {
    throw asConflict(error, { displayName });
  };
}
