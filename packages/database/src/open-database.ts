import type { ApiKeyRepository, EventSequencer, OpenDirectory, TenantRepository } from "@rollcall/domain";
import { createApiKeyRepository } from "./repository/api-key-repository.ts";
import { createConnectionRepository } from "./repository/connection-repository.ts";
import { createEntitlementRepository } from "./repository/entitlement-repository.ts";
import { createEventRepository } from "./repository/event-repository.ts";
import { createEventSequencer } from "./repository/event-sequencer.ts";
import { createExtensionSchemaRepository } from "./repository/extension-schema-repository.ts";
import { createGroupRepository } from "./repository/group-repository.ts";
import { createTenantRepository } from "./repository/tenant-repository.ts";
import { createTokenRepository } from "./repository/token-repository.ts";
import { createUserRepository } from "./repository/user-repository.ts";
import { createPageAnchors } from "./session/page-anchors.ts";
import { createPool } from "./session/pool.ts";
import { transact } from "./session/session.ts";
import { tenantAccess } from "./session/tenant-access.ts";

/** The domain's ports over one pool of connections. */
export interface Database {
  readonly openDirectory: OpenDirectory;
  readonly tenants: TenantRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly sequencer: EventSequencer;
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
}

const DEFAULT_MAX_CONNECTIONS = 20;

/** Opens the ports; connects when first used. The schema must have been migrated. */
export function openDatabase({ databaseUrl, maxConnections, onIdleError }: DatabaseOptions): Database {
  const pool = createPool({
    databaseUrl,
    maxConnections: maxConnections ?? DEFAULT_MAX_CONNECTIONS,
    onIdleError: onIdleError ?? (() => undefined),
  });
  const anchors = createPageAnchors();
  return {
    openDirectory(tenantId) {
      const access = tenantAccess(pool, anchors, tenantId);
      return {
        tenantId,
        connections: createConnectionRepository(access),
        tokens: createTokenRepository(access),
        users: createUserRepository(access),
        groups: createGroupRepository(access),
        extensionSchemas: createExtensionSchemaRepository(access),
        entitlements: createEntitlementRepository(access),
        events: createEventRepository(access),
      };
    },
    tenants: createTenantRepository(pool),
    apiKeys: createApiKeyRepository(pool),
    sequencer: createEventSequencer(pool),
    isReady: () => transact(pool, { kind: "platform" }, async () => true).catch(() => false),
    close: () => pool.end(),
  };
}
