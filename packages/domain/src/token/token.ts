/** The secret of a connection, as far as it may be shown again: never the secret itself, never its digest. */
export interface Token {
  readonly id: string;
  readonly connectionId: string;
  readonly name: string;
  /** The last four characters of the secret. */
  readonly hint: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Written at most once a minute. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Two live tokens allow a rotation without a gap; a third is refused. */
export const MAX_LIVE_TOKENS_PER_CONNECTION = 2;
/** RFC 7644 §7.4 asks for a limited lifetime. */
export const MAX_TOKEN_LIFETIME_DAYS = 365;
export const DEFAULT_ROTATION_OVERLAP_SECONDS = 24 * 60 * 60;
export const MAX_ROTATION_OVERLAP_SECONDS = 7 * 24 * 60 * 60;
export const MAX_TOKEN_NAME_LENGTH = 200;
