import type { Token } from "@rollcall/domain";

export interface TokenRow {
  id: string;
  connection_id: string;
  name: string;
  hint: string;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** All columns but the digest. */
export const tokenColumns = [
  "id",
  "connection_id",
  "name",
  "hint",
  "created_at",
  "expires_at",
  "last_used_at",
  "revoked_at",
] as const;

export function tokenFromRow(row: TokenRow): Token {
  return {
    id: row.id,
    connectionId: row.connection_id,
    name: row.name,
    hint: row.hint,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
