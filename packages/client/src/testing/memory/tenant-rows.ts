import type {
  AuditEntry,
  Connection,
  Deletion,
  Entitlement,
  Event,
  ExtensionSchema,
  Group,
  MemberKey,
  Tenant,
  Token,
  User,
} from "@rollcall/domain";
import type { IdempotencyRow } from "./idempotency-row.ts";

/** All of one tenant. Entries are replaced and never changed, so whoever copies the maps has copied the state. */
export interface TenantRows {
  /** undefined: there is no such tenant, and nothing of it. */
  tenant: Tenant | undefined;
  readonly connections: Map<string, Connection>;
  readonly tokens: Map<string, TokenRow>;
  /** Their groups are empty: memberships tell them. */
  readonly users: Map<string, User>;
  readonly groups: Map<string, GroupRow>;
  /** By group and member. */
  readonly memberships: Map<string, MembershipRow>;
  readonly deletions: Map<string, DeletionRow>;
  readonly extensionSchemas: Map<string, ExtensionSchema>;
  /** Which user has a unique extension value: its id by attribute and value. */
  readonly uniqueValues: Map<string, string>;
  readonly entitlements: Map<string, Entitlement>;
  readonly idempotencyKeys: Map<string, IdempotencyRow>;
  /** In the order of their sequence. */
  readonly events: Event[];
  /** Oldest first. */
  readonly audit: AuditEntry[];
}

export interface TokenRow extends Token {
  readonly digest: Uint8Array;
}

export interface GroupRow extends Group {
  /** Whether no other group that asks for it may have its name. */
  readonly uniqueName: boolean;
}

interface MembershipRow extends MemberKey {
  readonly groupId: string;
}

export type DeletionRow = Pick<Deletion, "id" | "deletedAt"> &
  (
    | { readonly resourceType: "user"; readonly user: User }
    | {
        readonly resourceType: "group";
        readonly group: GroupRow;
        readonly memberIds: readonly string[];
        readonly parentIds: readonly string[];
      }
  );

export function noRows(): TenantRows {
  return {
    tenant: undefined,
    connections: new Map(),
    tokens: new Map(),
    users: new Map(),
    groups: new Map(),
    memberships: new Map(),
    deletions: new Map(),
    extensionSchemas: new Map(),
    uniqueValues: new Map(),
    entitlements: new Map(),
    idempotencyKeys: new Map(),
    events: [],
    audit: [],
  };
}

export function copyRows(rows: TenantRows): TenantRows {
  return {
    tenant: rows.tenant,
    connections: new Map(rows.connections),
    tokens: new Map(rows.tokens),
    users: new Map(rows.users),
    groups: new Map(rows.groups),
    memberships: new Map(rows.memberships),
    deletions: new Map(rows.deletions),
    extensionSchemas: new Map(rows.extensionSchemas),
    uniqueValues: new Map(rows.uniqueValues),
    entitlements: new Map(rows.entitlements),
    idempotencyKeys: new Map(rows.idempotencyKeys),
    events: [...rows.events],
    audit: [...rows.audit],
  };
}
