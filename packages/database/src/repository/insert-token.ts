import { DomainError, type Token, type TokenInsertion } from "@rollcall/domain";
import { sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { recordEvents } from "./record-events.ts";

interface Insertion extends TokenInsertion {
  readonly token: Token;
  readonly digest: Uint8Array;
}

/** Adds a token to a connection that has room for one more live token. */
export async function insertToken(
  session: Session,
  access: Pick<TenantAccess, "tenantId" | "provenance">,
  insertion: Insertion,
): Promise<void> {
  const { tenantId } = access;
  const { token, digest, endOther, maxLive, events } = insertion;
  await lockConnection(session, tenantId, token.connectionId);
  if (endOther !== undefined) await endToken(session, tenantId, endOther);
  const live = await countLive(session, tenantId, token.connectionId);
  if (live >= maxLive) throw new DomainError({ code: "token_limit", limit: maxLive });
  const { id, connectionId, name, hint, createdAt, expiresAt } = token;
  const values = { tenant_id: tenantId, id, connection_id: connectionId, name, hint, digest: Buffer.from(digest) };
  await session.query(
    queryBuilder
      .insertInto("tokens")
      .values({ ...values, created_at: createdAt, expires_at: expiresAt, last_used_at: null, revoked_at: null })
      .compile(),
  );
  await recordEvents(session, access, { events });
}

/** Two calls for one connection wait for each other, so that both cannot count the same number of live tokens. */
async function lockConnection(session: Session, tenantId: string, id: string): Promise<void> {
  const [connection] = await session.query(
    queryBuilder
      .selectFrom("connections")
      .select("id")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .forUpdate()
      .compile(),
  );
  if (connection === undefined) throw new DomainError({ code: "not_found", resource: "connection", id });
}

async function endToken(session: Session, tenantId: string, { id, at }: { id: string; at: Date }): Promise<void> {
  await session.query(
    queryBuilder
      .updateTable("tokens")
      .set({ expires_at: sql`least(expires_at, ${at})` })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .compile(),
  );
}

async function countLive(session: Session, tenantId: string, connectionId: string): Promise<number> {
  const rows = await session.query(
    queryBuilder
      .selectFrom("tokens")
      .select("id")
      .where("tenant_id", "=", tenantId)
      .where("connection_id", "=", connectionId)
      .where("revoked_at", "is", null)
      .where("expires_at", ">", sql<Date>`now()`)
      .compile(),
  );
  return rows.length;
}
