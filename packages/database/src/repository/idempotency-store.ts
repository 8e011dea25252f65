import {
  IDEMPOTENCY_WINDOW_HOURS,
  type IdempotencyKey,
  type IdempotencyStore,
  type IdempotencyVerdict,
} from "@rollcall/domain";
import { type SqlBool, sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";

/**
 * Under which the keys of requests that belong to no tenant are kept: a cluster places the table's rows by their
 * tenant_id, so each needs one, and no tenant has the nil UUID (RFC 9562 §5.9).
 */
export const NO_TENANT_ID = "00000000-0000-0000-0000-000000000000";

/** The idempotency keys of the tenant that `access` is bound to. */
export function createIdempotencyStore(access: TenantAccess): IdempotencyStore {
  const { tenantId } = access;
  return {
    async claim({ caller, key, fingerprint }) {
      const claim = { ...rowKey(tenantId, { caller, key }), fingerprint: Buffer.from(fingerprint) };
      return await access.transact(async (session) => {
        for (;;) {
          if (await insertClaim(session, claim)) return { kind: "claimed" };
          // Gone again when the request that had it was refused meanwhile.
          const verdict = await existingClaim(session, claim);
          if (verdict !== undefined) return verdict;
        }
      });
    },

    async complete(key, answer) {
      const set = queryBuilder.updateTable("idempotency_keys").set({ answer: Buffer.from(answer) });
      const row = rowKey(tenantId, key);
      await access.transact((session) => session.query(set.where((is) => is.and(row)).compile()));
    },

    async release(key) {
      const remove = queryBuilder.deleteFrom("idempotency_keys").where("answer", "is", null);
      const row = rowKey(tenantId, key);
      await access.transact((session) => session.query(remove.where((is) => is.and(row)).compile()));
    },
  };
}

interface RowKey {
  tenant_id: string;
  caller: string;
  key: string;
}

interface ClaimRow extends RowKey {
  fingerprint: Buffer;
}

function rowKey(tenantId: string, { caller, key }: IdempotencyKey): RowKey {
  return { tenant_id: tenantId, caller, key };
}

/** Of several at once one inserts, and the others wait until it has. */
async function insertClaim(session: Session, claim: ClaimRow): Promise<boolean> {
  const inserted = await session.query(
    queryBuilder
      .insertInto("idempotency_keys")
      .values(claim)
      .onConflict((conflict) => conflict.doNothing())
      .returning("key")
      .compile(),
  );
  return inserted.length > 0;
}

async function existingClaim(
  session: Session,
  { fingerprint, ...row }: ClaimRow,
): Promise<IdempotencyVerdict | undefined> {
  const [found] = await session.query(
    queryBuilder
      .selectFrom("idempotency_keys")
      .select(["fingerprint", "answer", isExpired.as("expired")])
      .where((is) => is.and(row))
      .forUpdate()
      .compile(),
  );
  if (found === undefined) return undefined;
  if (found.expired) {
    const takeOver = queryBuilder
      .updateTable("idempotency_keys")
      .set({ fingerprint, answer: null, claimed_at: sql`now()` });
    await session.query(takeOver.where((is) => is.and(row)).compile());
    return { kind: "claimed" };
  }
  if (!found.fingerprint.equals(fingerprint)) return { kind: "mismatch" };
  return found.answer === null ? { kind: "running" } : { kind: "done", answer: found.answer };
}

const isExpired = sql<SqlBool>`claimed_at < now() - ${sql.lit(`${IDEMPOTENCY_WINDOW_HOURS} hours`)}::interval`;
