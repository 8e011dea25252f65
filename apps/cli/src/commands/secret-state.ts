interface Secret {
  readonly revokedAt: string | null;
  /** Null: never. */
  readonly expiresAt: string | null;
}

/** Whether a token or an API key still opens anything. */
export function secretState({ revokedAt, expiresAt }: Secret, now: Date): "live" | "expired" | "revoked" {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && new Date(expiresAt) <= now ? "expired" : "live";
}
