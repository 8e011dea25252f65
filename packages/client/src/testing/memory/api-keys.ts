import { type ApiKey, type ApiKeyRepository, DomainError, type Provenance } from "@rollcall/domain";
import { recordAudit } from "./record-events.ts";
import { pageBefore, rowById } from "./rows-by-id.ts";
import type { ApiKeyRow, PlatformRows, Store } from "./store.ts";

const TOUCH_INTERVAL_MS = 60_000;

export function createApiKeyRepository({ platform }: Store, provenance: Provenance | undefined): ApiKeyRepository {
  return {
    insert: (key, digest, { endOther, audit }) =>
      platform.write((rows) => {
        if (rows.apiKeys.has(key.id)) return;
        if (endOther !== undefined) endKey(rows, endOther);
        rows.apiKeys.set(key.id, { ...structuredClone(key), digest: Uint8Array.from(digest) });
        for (const entry of audit) recordAudit(rows, provenance, entry);
      }),

    find: (id) =>
      platform.read(({ apiKeys }) => {
        const row = rowById(apiKeys, id);
        return row && withoutDigest(row);
      }),

    list: ({ tenantId, beforeId, count }) =>
      platform.read(({ apiKeys }) => {
        const wanted = [...apiKeys.values()].filter((row) => tenantId === undefined || row.tenantId === tenantId);
        return pageBefore(wanted.map(withoutDigest), { beforeId, count });
      }),

    revoke: (id, audit) =>
      platform.write((rows) => {
        const row = rowById(rows.apiKeys, id);
        if (row === undefined || row.revokedAt !== null) return false;
        rows.apiKeys.set(row.id, { ...row, revokedAt: new Date() });
        recordAudit(rows, provenance, audit);
        return true;
      }),

    findVerdict: (id) =>
      platform.read(({ apiKeys }) => {
        const row = rowById(apiKeys, id);
        return row && { scopes: row.scopes, tenantId: row.tenantId, digest: row.digest, live: isLive(row) };
      }),

    touch: (id) =>
      platform.write(({ apiKeys }) => {
        const row = rowById(apiKeys, id);
        if (row === undefined || Date.now() - (row.lastUsedAt?.getTime() ?? 0) < TOUCH_INTERVAL_MS) return;
        apiKeys.set(row.id, { ...row, lastUsedAt: new Date() });
      }),

    replaceDigest: (id, { old, digest }) =>
      platform.write(({ apiKeys }) => {
        const row = rowById(apiKeys, id);
        if (row !== undefined && Buffer.compare(row.digest, old) === 0) apiKeys.set(row.id, { ...row, digest });
      }),
  };
}

function endKey({ apiKeys }: PlatformRows, { id, at }: { id: string; at: Date }): void {
  const row = rowById(apiKeys, id);
  if (row === undefined || !isLive(row)) throw new DomainError({ code: "not_found", resource: "api_key", id });
  const expiresAt = row.expiresAt !== null && row.expiresAt < at ? row.expiresAt : at;
  apiKeys.set(row.id, { ...row, expiresAt });
}

function isLive({ revokedAt, expiresAt }: ApiKey): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > new Date());
}

function withoutDigest({ digest: _, ...key }: ApiKeyRow): ApiKey {
  return key;
}
