import { noRequest } from "@rollcall/domain";
import { sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import { recordPlatformAudit } from "./record-audit.ts";

/** Everything of a tenant and what names its rows; what refers to others comes before them, so that nothing cascades. */
const ownedTables = [
  { table: "memberships", key: ["group_id", "user_id"] },
  { table: "nestings", key: ["group_id", "child_id"] },
  { table: "unique_values", key: ["attribute", "value_key"] },
  { table: "users", key: ["id"] },
  { table: "groups", key: ["id"] },
  { table: "deletions", key: ["resource_id"] },
  { table: "extension_schemas", key: ["id"] },
  { table: "entitlements", key: ["id"] },
  { table: "tokens", key: ["id"] },
  { table: "connections", key: ["id"] },
  // Before its events: without it nobody numbers them meanwhile.
  { table: "feeds", key: ["tenant_id"] },
  { table: "places", key: ["level", "after_id"] },
  { table: "outbox", key: ["id"] },
  { table: "events", key: ["sequence"] },
  { table: "audit_entries", key: ["id"] },
  { table: "idempotency_keys", key: ["caller", "key"] },
] as const;

/**
 * Erases up to `count` rows of a tenant; once none are left, the tenant itself, and ends the API keys that reach
 * nothing else.
 * @returns whether nothing is left.
 */
export async function eraseTenant(session: Session, tenantId: string, count: number): Promise<boolean> {
  let left = count;
  for (const { table, key } of ownedTables) {
    const columns = sql.join(key.map((column) => sql.ref(column)));
    const gone = await session.query(
      sql`
        delete from ${sql.table(table)} where tenant_id = ${tenantId}
          and (${columns}) in (select ${columns} from ${sql.table(table)} where tenant_id = ${tenantId} limit ${left})
        returning 1`.compile(queryBuilder),
    );
    left -= gone.length;
    if (left === 0) return false;
  }
  await session.query(
    queryBuilder
      .updateTable("api_keys")
      .set({ revoked_at: sql`now()` })
      .where("tenant_id", "=", tenantId)
      .where("revoked_at", "is", null)
      .compile(),
  );
  await session.query(queryBuilder.deleteFrom("tenants").where("id", "=", tenantId).compile());
  const subject = { resourceType: "tenant", resourceId: tenantId, eventId: null };
  await recordPlatformAudit(session, noRequest, [{ actor: { kind: "system" }, action: "tenant.purged", ...subject }]);
  return true;
}
