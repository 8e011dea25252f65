import { DomainError, type Token, type TokenRepository } from "@rollcall/domain";
import { recordEvents } from "./record-events.ts";
import { byId, rowById } from "./rows-by-id.ts";
import type { TenantAccess } from "./tenant-access.ts";
import type { TenantRows, TokenRow } from "./tenant-rows.ts";

const TOUCH_INTERVAL_MS = 60_000;

export function createTokenRepository(access: TenantAccess): TokenRepository {
  return {
    insert: (token, digest, { maxLive, endOther, events }) =>
      access.write((rows) => {
        const connection = rowById(rows.connections, token.connectionId);
        if (connection === undefined)
          throw new DomainError({ code: "not_found", resource: "connection", id: token.connectionId });
        if (endOther !== undefined) endToken(rows, endOther);
        const live = [...rows.tokens.values()].filter((each) => each.connectionId === connection.id && isLive(each));
        if (live.length >= maxLive) throw new DomainError({ code: "token_limit", limit: maxLive });
        const row = { ...structuredClone(token), connectionId: connection.id, digest: Uint8Array.from(digest) };
        rows.tokens.set(token.id, row);
        recordEvents(rows, access, events);
      }),

    find: (id) => access.read(({ tokens }) => tokenOf(rowById(tokens, id))),

    list: (connectionId) =>
      access.read(({ tokens }) =>
        byId(tokens.values())
          .toReversed()
          .filter((token) => connectionId === undefined || token.connectionId === connectionId.toLowerCase())
          .map(withoutDigest),
      ),

    revoke: (id, event) =>
      access.write((rows) => {
        const row = rowById(rows.tokens, id);
        if (row === undefined || row.revokedAt !== null) return undefined;
        const revoked = { ...row, revokedAt: new Date() };
        rows.tokens.set(row.id, revoked);
        const token = withoutDigest(revoked);
        recordEvents(rows, access, [event(token)]);
        return token;
      }),

    findVerdict: (id) =>
      access.read(({ tokens, connections }) => {
        const row = rowById(tokens, id);
        const connection = row && connections.get(row.connectionId);
        return row && connection && { tokenId: row.id, connection, digest: row.digest, live: isLive(row) };
      }),

    touch: (id) =>
      access.write(({ tokens }) => {
        const row = rowById(tokens, id);
        if (row === undefined || Date.now() - (row.lastUsedAt?.getTime() ?? 0) < TOUCH_INTERVAL_MS) return;
        tokens.set(row.id, { ...row, lastUsedAt: new Date() });
      }),

    replaceDigest: (id, { old, digest }) =>
      access.write(({ tokens }) => {
        const row = rowById(tokens, id);
        if (row !== undefined && Buffer.compare(row.digest, old) === 0) tokens.set(row.id, { ...row, digest });
      }),
  };
}

function endToken({ tokens }: TenantRows, { id, at }: { id: string; at: Date }): void {
  const row = rowById(tokens, id);
  if (row !== undefined && row.expiresAt > at) tokens.set(row.id, { ...row, expiresAt: at });
}

function isLive({ revokedAt, expiresAt }: Token): boolean {
  return revokedAt === null && expiresAt > new Date();
}

function tokenOf(row: TokenRow | undefined): Token | undefined {
  return row && withoutDigest(row);
}

function withoutDigest({ digest: _, ...token }: TokenRow): Token {
  return token;
}
