import { type Connection, type ConnectionRepository, DomainError } from "@rollcall/domain";
import { isForeignKeyViolation } from "../session/database-error.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { recordEvents } from "./record-events.ts";

/** The connections of the tenant that `access` is bound to. */
export function createConnectionRepository(access: TenantAccess): ConnectionRepository {
  const { tenantId } = access;
  const ofTenant = queryBuilder.selectFrom("connections").selectAll().where("tenant_id", "=", tenantId);
  return {
    async insert(connection, event) {
      const insert = queryBuilder.insertInto("connections").values(connectionValues(tenantId, connection));
      await access.transact(async (session) => {
        await session.query(insert.compile()).catch((error: unknown) => {
          if (!isForeignKeyViolation(error)) throw error;
          throw new DomainError({ code: "not_found", resource: "tenant", id: tenantId }, { cause: error });
        });
        await recordEvents(session, access, { events: [event] });
      });
    },

    async find(id) {
      const [row] = await access.transact((session) => session.query(ofTenant.where("id", "=", id).compile()));
      return row && connectionFromRow(row);
    },

    async list() {
      const rows = await access.transact((session) => session.query(ofTenant.orderBy("id").compile()));
      return rows.map(connectionFromRow);
    },

    async change(id, decide) {
      return await access.transact(async (session) => {
        const [row] = await session.query(ofTenant.where("id", "=", id).forUpdate().compile());
        const current = row && connectionFromRow(row);
        const change = current && decide(current);
        if (change === undefined) return current;
        const { tenant_id: _, id: key, created_at, ...changed } = connectionValues(tenantId, change.next);
        await session.query(
          queryBuilder
            .updateTable("connections")
            .set(changed)
            .where("tenant_id", "=", tenantId)
            .where("id", "=", key)
            .compile(),
        );
        await recordEvents(session, access, { events: [change.event] });
        return change.next;
      });
    },
  };
}

export function connectionValues(tenantId: string, connection: Connection) {
  return {
    tenant_id: tenantId,
    id: connection.id,
    name: connection.name,
    identity_provider: connection.identityProvider,
    state: connection.state,
    unique_group_names: connection.uniqueGroupNames,
    unknown_members: connection.unknownMembers,
    created_at: connection.createdAt,
    updated_at: connection.updatedAt,
  };
}

function connectionFromRow(row: Omit<ReturnType<typeof connectionValues>, "tenant_id">): Connection {
  return {
    id: row.id,
    name: row.name,
    identityProvider: row.identity_provider,
    state: row.state,
    uniqueGroupNames: row.unique_group_names,
    unknownMembers: row.unknown_members,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
