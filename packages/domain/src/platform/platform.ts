import type { ApiKeyRepository } from "../api-key/api-key-repository.ts";
import type { Provenance } from "../audit/audit-entry.ts";
import type { AuditLog } from "../audit/audit-log.ts";
import type { IdempotencyStore } from "../idempotency/idempotency-store.ts";
import type { TenantRepository } from "../tenant/tenant-repository.ts";

/** What belongs to the deployment and to no tenant. */
export interface Platform {
  readonly tenants: TenantRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly audit: AuditLog;
  readonly idempotency: IdempotencyStore;
}

/** With a provenance every change is audited. */
export type OpenPlatform = (provenance?: Provenance) => Platform;
