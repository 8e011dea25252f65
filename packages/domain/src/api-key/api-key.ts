import type { ApiScope } from "./api-scope.ts";

/** What an internal service shows to the internal API. It opens nothing at the SCIM facade, and a token opens nothing here. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** The last four characters of the secret. */
  readonly hint: string;
  readonly scopes: readonly ApiScope[];
  /** The one tenant it reaches; null: every tenant. */
  readonly tenantId: string | null;
  readonly createdAt: Date;
  /** null only for the key of the command line. */
  readonly expiresAt: Date | null;
  /** Written at most once a minute. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export const MAX_API_KEY_NAME_LENGTH = 200;
export const MAX_API_KEY_LIFETIME_DAYS = 365;
export const DEFAULT_API_KEY_OVERLAP_SECONDS = 24 * 60 * 60;
export const MAX_API_KEY_OVERLAP_SECONDS = 7 * 24 * 60 * 60;
