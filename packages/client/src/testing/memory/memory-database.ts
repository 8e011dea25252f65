import type { OpenDirectory, OpenPlatform } from "@rollcall/domain";
import { createApiKeyRepository } from "./api-keys.ts";
import { createAuditLog } from "./audit-log.ts";
import { createConnectionRepository } from "./connections.ts";
import { createDeletionRepository } from "./deletions.ts";
import { createEntitlementRepository } from "./entitlements.ts";
import { createEventRepository } from "./events.ts";
import { createExtensionSchemaRepository } from "./extension-schemas.ts";
import { createGroupRepository } from "./groups.ts";
import { createIdempotencyStore } from "./idempotency-store.ts";
import { createStore } from "./store.ts";
import { tenantAccess } from "./tenant-access.ts";
import { createTenantRepository } from "./tenants.ts";
import { createTokenRepository } from "./tokens.ts";
import { createUserRepository } from "./users.ts";

/** The domain's ports over a store of their own, kept in memory. */
export interface MemoryDatabase {
  readonly openPlatform: OpenPlatform;
  readonly openDirectory: OpenDirectory;
}

/** Behaves as the database does, but that events are numbered at once. */
export function createMemoryDatabase(): MemoryDatabase {
  const store = createStore();
  return {
    openPlatform: (provenance) => ({
      tenants: createTenantRepository(store, provenance),
      apiKeys: createApiKeyRepository(store, provenance),
      audit: createAuditLog(store.platform, provenance),
      idempotency: createIdempotencyStore(store.platform),
    }),
    openDirectory(tenantId, options) {
      const access = tenantAccess(store, tenantId, options);
      return {
        tenantId,
        connections: createConnectionRepository(access),
        tokens: createTokenRepository(access),
        users: createUserRepository(access),
        groups: createGroupRepository(access),
        deletions: createDeletionRepository(access),
        extensionSchemas: createExtensionSchemaRepository(access),
        entitlements: createEntitlementRepository(access),
        events: createEventRepository(access),
        audit: createAuditLog(access, access.provenance),
        idempotency: createIdempotencyStore(access),
      };
    },
  };
}
