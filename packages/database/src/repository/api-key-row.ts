import type { ApiKey } from "@rollcall/domain";

/** All columns but the digest. */
export const apiKeyColumns = [
  "id",
  "name",
  "hint",
  "scopes",
  "tenant_id",
  "created_at",
  "expires_at",
  "revoked_at",
] as const;

export function apiKeyValues({ id, name, hint, scopes, tenantId, createdAt, expiresAt, revokedAt }: ApiKey) {
  return {
    id,
    name,
    hint,
    scopes: [...scopes],
    tenant_id: tenantId,
    created_at: createdAt,
    expires_at: expiresAt,
    revoked_at: revokedAt,
  };
}

export function apiKeyFromRow(row: ReturnType<typeof apiKeyValues>, lastUses: ReadonlyMap<string, Date>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    scopes: row.scopes,
    tenantId: row.tenant_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: lastUses.get(row.id) ?? null,
    revokedAt: row.revoked_at,
  };
}
