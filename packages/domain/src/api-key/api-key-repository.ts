import type { NewAuditEntry } from "../audit/audit-entry.ts";
import type { DigestChange } from "../credential/peppers.ts";
import type { Page } from "../page/page.ts";
import type { ApiKey } from "./api-key.ts";

/** The API keys of the deployment. Every write commits together with its audit entry. */
export interface ApiKeyRepository {
  /**
   * Adds the key unless it is there already, and ends the old one of a rotation.
   * @throws DomainError `not_found` when the old one is no longer live.
   */
  insert(key: ApiKey, digest: Uint8Array, options: ApiKeyInsertion): Promise<void>;
  find(id: string): Promise<ApiKey | undefined>;
  /** Newest first, also revoked and expired ones; those of one tenant when it is named. */
  list(query: ApiKeyQuery): Promise<Page<ApiKey>>;
  /** @returns false when there is none, or it was revoked before. */
  revoke(id: string, audit: NewAuditEntry): Promise<boolean>;
  /** What authentication needs to know, by the database's clock. */
  findVerdict(id: string): Promise<ApiKeyVerdict | undefined>;
  /** Notes a use, at most once a minute. */
  touch(id: string): Promise<void>;
  /** Puts a digest in the place of the one that was read; does nothing when that is there no more. */
  replaceDigest(id: string, change: DigestChange): Promise<void>;
}

export interface ApiKeyInsertion {
  /** A key that ends at the given time at the latest, in the same transaction: the old one of a rotation. */
  readonly endOther?: { readonly id: string; readonly at: Date };
  readonly audit: readonly NewAuditEntry[];
}

export interface ApiKeyQuery {
  readonly tenantId?: string | undefined;
  readonly beforeId: string | undefined;
  readonly count: number;
}

export interface ApiKeyVerdict extends Pick<ApiKey, "scopes" | "tenantId"> {
  readonly digest: Uint8Array;
  readonly live: boolean;
}
