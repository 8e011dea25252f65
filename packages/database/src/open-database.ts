import type { Directory, EventSequencer, OpenDirectory, OpenPlatform, RetentionRepository } from "@rollcall/domain";
import { LRUCache } from "lru-cache";
import { openReplica, type ReplicaOptions } from "./replica/open-replica.ts";
import { readThroughReplica } from "./replica/read-through-replica.ts";
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
import { runAlone } from "./session/session.ts";
import { createSessionPool } from "./session/session-pool.ts";
import { type Connected, type TenantAccess, tenantAccess } from "./session/tenant-access.ts";
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
  /** Serves reads that may be a little behind; watched from the beginning. */
  readonly replica?: ReplicaOptions;
}

/** Of one process. */
export const DEFAULT_MAX_CONNECTIONS = 20;

const PING = { name: "ping", text: "select 1", values: [] };

/** Opens the ports; connects when first used. The schema must have been migrated. */
export function openDatabase({ replica: replicaOptions, ...options }: DatabaseOptions): Database {
  const poolOptions = { maxConnections: DEFAULT_MAX_CONNECTIONS, ...options };
  const pool = createSessionPool(poolOptions);
  const anchors = createPageAnchors();
  const replica = replicaOptions && openReplica(pool, { ...poolOptions, ...replicaOptions });
  const primary = directoriesOver({ pool, anchors });
  return {
    openDirectory: replica
      ? readThroughReplica({ primary, replica: directoriesOver({ pool: replica.pool, anchors }) }, replica.read)
      : primary,
    openPlatform: (provenance) => ({
      tenants: createTenantRepository(pool, provenance),
      apiKeys: createApiKeyRepository(pool, provenance),
      audit: createPlatformAuditLog(pool, provenance),
      idempotency: createIdempotencyStore(tenantAccess({ pool, anchors }, NO_TENANT_ID)),
    }),
    sequencer: createEventSequencer(pool),
    retention: createRetentionRepository(pool),
    isReady: () =>
      runAlone(pool, { kind: "platform" }, PING).then(
        () => true,
        () => false,
      ),
    async close() {
      await replica?.close();
      await pool.connections.end();
    },
  };
}

/** Directories hold nothing but what they are bound to: one serves all requests that are bound alike. */
const MAX_OPENED = 10_000;

function directoriesOver(connected: Connected): OpenDirectory {
  const opened = new LRUCache<string, Directory>({ max: MAX_OPENED });
  return (tenantId, options = {}) => {
    // One that audits is bound to a request.
    if (options.provenance !== undefined) return directoryOf(tenantAccess(connected, tenantId, options));
    const key = `${tenantId}/${options.sees ?? "all"}`;
    const known = opened.get(key);
    if (known !== undefined) return known;
    const directory = directoryOf(tenantAccess(connected, tenantId, options));
    opened.set(key, directory);
    return directory;
  };
}

function directoryOf(access: TenantAccess): Directory {
  return {
    tenantId: access.tenantId,
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
}
