import { type ApiKeyRepository, DomainError, type Provenance } from "@rollcall/domain";
import { sql } from "kysely";
import { callOf } from "../session/call.ts";
import { queryBuilder } from "../session/query-builder.ts";
import { runAlone, type Session, transact } from "../session/session.ts";
import type { SessionPool } from "../session/session-pool.ts";
import { apiKeyColumns, apiKeyFromRow, apiKeyValues } from "./api-key-row.ts";
import { apiKeyStatements } from "./api-key-statements.ts";
import { recordPlatformAudit } from "./record-audit.ts";

/** The API keys of the deployment. */
export function createApiKeyRepository(pool: SessionPool, provenance: Provenance | undefined): ApiKeyRepository {
  const scope = { kind: "platform" } as const;
  const allKeys = queryBuilder.selectFrom("api_keys").select(apiKeyColumns);
  return {
    async insert(key, digest, { endOther, audit }) {
      const insert = queryBuilder
        .insertInto("api_keys")
        .values({ ...apiKeyValues(key), digest: Buffer.from(digest) })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .returning("id");
      await transact(pool, scope, async (session) => {
        if (endOther !== undefined) await endKey(session, endOther);
        const inserted = await session.query(insert.compile());
        if (inserted.length > 0) await recordPlatformAudit(session, provenance, audit);
      });
    },

    async find(id) {
      return await transact(pool, scope, async (session) => {
        const [row] = await session.query(allKeys.where("id", "=", id).compile());
        return row && apiKeyFromRow(row, await lastUses(session, [id]));
      });
    },

    async list({ tenantId, beforeId, count }) {
      const ofTenant = tenantId === undefined ? allKeys : allKeys.where("tenant_id", "=", tenantId);
      const older = beforeId === undefined ? ofTenant : ofTenant.where("id", "<", beforeId);
      return await transact(pool, scope, async (session) => {
        const rows = await session.query(
          older
            .orderBy("id", "desc")
            .limit(count + 1)
            .compile(),
        );
        const listed = rows.slice(0, count);
        const uses = await lastUses(
          session,
          listed.map(({ id }) => id),
        );
        const items = listed.map((row) => apiKeyFromRow(row, uses));
        return { items, total: undefined, next: rows.length > count ? items.at(-1) : undefined };
      });
    },

    async revoke(id, audit) {
      const revoke = queryBuilder
        .updateTable("api_keys")
        .set({ revoked_at: sql`now()` })
        .where("id", "=", id)
        .where("revoked_at", "is", null)
        .returning("id");
      return await transact(pool, scope, async (session) => {
        const revoked = await session.query(revoke.compile());
        if (revoked.length > 0) await recordPlatformAudit(session, provenance, [audit]);
        return revoked.length > 0;
      });
    },

    async findVerdict(id) {
      const [row] = await runAlone(pool, scope, callOf(apiKeyStatements.verdict, { id }));
      return row && { digest: row.digest, live: row.live, scopes: row.scopes, tenantId: row.tenant_id };
    },

    async touch(id) {
      await runAlone(pool, scope, callOf(apiKeyStatements.touch, { id }));
    },

    async replaceDigest(id, change) {
      await runAlone(pool, scope, callOf(apiKeyStatements.replaceDigest, { id, ...change }));
    },
  };
}

/** Only a live key can have a successor: of two rotations at once, or after a revocation, none revives it. */
async function endKey(session: Session, { id, at }: { id: string; at: Date }): Promise<void> {
  const [ended] = await session.query(
    queryBuilder
      .updateTable("api_keys")
      .set({ expires_at: sql`least(expires_at, ${at})` })
      .where("id", "=", id)
      .where("revoked_at", "is", null)
      .where(sql<boolean>`coalesce(expires_at > now(), true)`)
      .returning("id")
      .compile(),
  );
  if (ended === undefined) throw new DomainError({ code: "not_found", resource: "api_key", id });
}

/** Read apart from the keys: on a cluster the two tables do not lie on the same nodes. */
async function lastUses(session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const uses = await session.query(
    queryBuilder
      .selectFrom("api_key_uses")
      .select(["id", "last_used_at"])
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .compile(),
  );
  return new Map(uses.map((use) => [use.id, use.last_used_at]));
}
