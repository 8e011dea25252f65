import type { EventSequencer, OpenDirectory, OpenPlatform, RetentionRepository } from "@rollcall/domain";
import { createApiKeyRepository } from "./repository/api-key-repository.ts";
import { createAuditLog, createPlatformAuditLog } from "./repository/audit-log.ts";
import { createConnectionRepository } from "./repository/connection-repository.ts";
import { createDeletionRepository } from "./repository/deletion-repository.ts";
import { createEntitlementRepository } from "./repository/entitlement-repository.ts";
import { createEventRepository } from "./repository/event-repository.ts";
import { createEventSequencer } from "./repository/event-sequencer.ts";
import { createExtensionSchemaRepository } from "./repository/extension-schema-repository.ts";
import { createGroupRepository } from "./repository/group-repository.ts";
import { createIdempotencyStore, NO_TENANT_ID } from "./repository/idempotency-store.ts";
import { createRetentionRepository } from "./repository/retention-repository.ts";
import { createTenantRepository } from "./repository/tenant-repository.ts";
import { createTokenRepository } from "./repository/token-repository.ts";
import { createUserRepository } from "./repository/user-repository.ts";
import { createPageAnchors } from "./session/page-anchors.ts";
import { transact } from "./session/session.ts";
import { createSessionPool } from "./session/session-pool.ts";
import { tenantAccess } from "./session/tenant-access.ts";
import type { Timeouts } from "./session/timeouts.ts";

/** The domain's ports over one pool of connections. */
export interface Database {
  readonly openDirectory: OpenDirectory;
  readonly openPlatform: OpenPlatform;
  readonly sequencer: EventSequencer;
  readonly retention: RetentionRepository;
  /** Whether the database answers just now. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly databaseUrl: string;
  /** Most connections of this process. */
  readonly maxConnections?: number;
  /** Told of connections that break while idle. */
  readonly onIdleError?: (error: Error) => void;
  /** False for poolers that lend a server's connection out per transaction and know no prepared statements. */
  readonly preparedStatements?: boolean;
  readonly timeouts?: Partial<Timeouts>;
}

/** Of one process. */
export const DEFAULT_MAX_CONNECTIONS = 20;

/** Opens the ports; connects when first used. The schema must have been migrated. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = createSessionPool({ maxConnections: DEFAULT_MAX_CONNECTIONS, ...options });
  const anchors = createPageAnchors();
  return {
    openDirectory(tenantId, options) {
      const access = tenantAccess({ pool, anchors }, tenantId, options);
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
        audit: createAuditLog(access),
        idempotency: createIdempotencyStore(access),
      };
    },
    openPlatform: (provenance) => ({
      tenants: createTenantRepository(pool, provenance),
      apiKeys: createApiKeyRepository(pool, provenance),
      audit: createPlatformAuditLog(pool, provenance),
      idempotency: createIdempotencyStore(tenantAccess({ pool, anchors }, NO_TENANT_ID)),
    }),
    sequencer: createEventSequencer(pool),
    retention: createRetentionRepository(pool),
    isReady: () => transact(pool, { kind: "platform" }, async () => true).catch(() => false),
    close: () => pool.connections.end(),
  };
}
