import type { Provenance } from "../audit/audit-entry.ts";
import type { AuditLog } from "../audit/audit-log.ts";
import type { ConnectionRepository } from "../connection/connection-repository.ts";
import type { DeletionRepository } from "../deletion/deletion-repository.ts";
import type { EntitlementRepository } from "../entitlement/entitlement-repository.ts";
import type { EventRepository } from "../event/event-repository.ts";
import type { ExtensionSchemaRepository } from "../extension-schema/extension-schema-repository.ts";
import type { GroupRepository } from "../group/group-repository.ts";
import type { IdempotencyStore } from "../idempotency/idempotency-store.ts";
import type { TokenRepository } from "../token/token-repository.ts";
import type { UserRepository } from "../user/user-repository.ts";

/** Everything that belongs to one tenant. Its repositories are bound to that tenant and can reach no other. */
export interface Directory {
  readonly tenantId: string;
  readonly connections: ConnectionRepository;
  readonly tokens: TokenRepository;
  readonly users: UserRepository;
  readonly groups: GroupRepository;
  readonly deletions: DeletionRepository;
  readonly extensionSchemas: ExtensionSchemaRepository;
  readonly entitlements: EntitlementRepository;
  readonly events: EventRepository;
  readonly audit: AuditLog;
  readonly idempotency: IdempotencyStore;
}

/** strong: what is read holds all that was committed before. eventual: it may be some seconds behind. */
export const consistencies = ["strong", "eventual"] as const;
export type Consistency = (typeof consistencies)[number];

export interface DirectoryOptions {
  /** idp: users and groups that the platform made itself do not exist for this caller. Default: all. */
  readonly sees?: "all" | "idp";
  /** With it every change is audited. */
  readonly provenance?: Provenance;
  /** Of lists and look-ups of users and groups; events may be behind in any case. Default: strong. */
  readonly consistency?: Consistency;
}

/** Opening costs nothing and does not ask whether the tenant exists. */
export type OpenDirectory = (tenantId: string, options?: DirectoryOptions) => Directory;
