import type {
  Actor,
  ApiScope,
  AuditAction,
  ConnectionState,
  EntitlementKind,
  EventResourceType,
  EventType,
  ExtensionAttribute,
  IdentityProvider,
  JsonValue,
  Origin,
  TenantState,
  Urn,
  UserProfile,
  UnknownMembers,
} from "@rollcall/domain";
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";

/** The tables as SQL sees them; migrations are their source. */
export interface Tables {
  tenants: TenantsTable;
  connections: ConnectionsTable;
  tokens: TokensTable;
  users: UsersTable;
  groups: GroupsTable;
  memberships: MembershipsTable;
  nestings: NestingsTable;
  deletions: DeletionsTable;
  extension_schemas: ExtensionSchemasTable;
  unique_values: UniqueValuesTable;
  entitlements: EntitlementsTable;
  outbox: OutboxTable;
  events: EventsTable;
  feeds: FeedsTable;
  places: PlacesTable;
  api_keys: ApiKeysTable;
  api_key_uses: ApiKeyUsesTable;
  audit_entries: AuditEntriesTable;
  platform_audit_entries: PlatformAuditEntriesTable;
  idempotency_keys: IdempotencyKeysTable;
}

interface TenantsTable {
  id: string;
  name: string;
  state: TenantState;
  deleted_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

interface ConnectionsTable {
  tenant_id: string;
  id: string;
  name: string;
  identity_provider: IdentityProvider;
  state: ConnectionState;
  unique_group_names: boolean;
  unknown_members: UnknownMembers;
  created_at: Date;
  updated_at: Date;
}

interface TokensTable {
  tenant_id: string;
  id: string;
  connection_id: string;
  name: string;
  hint: string;
  digest: Buffer;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

interface UsersTable {
  tenant_id: string;
  id: string;
  connection_id: string | null;
  origin: Origin;
  external_id: string | null;
  user_name: string;
  user_name_key: string;
  email_keys: string[];
  profile_key: ColumnType<object, string, string>;
  active: boolean;
  profile: JSONColumnType<UserProfile>;
  version: number;
  created_at: Date;
  updated_at: Date;
}

interface GroupsTable {
  tenant_id: string;
  id: string;
  connection_id: string | null;
  origin: Origin;
  external_id: string | null;
  display_name: string;
  display_name_key: string;
  unique_name_key: string | null;
  version: number;
  created_at: Date;
  updated_at: Date;
}

interface MembershipsTable {
  tenant_id: string;
  group_id: string;
  user_id: string;
}

interface NestingsTable {
  tenant_id: string;
  group_id: string;
  child_id: string;
}

interface DeletionsTable {
  tenant_id: string;
  resource_id: string;
  resource_type: "user" | "group";
  snapshot: JSONColumnType<object>;
  deleted_at: Generated<Date>;
}

interface ExtensionSchemasTable {
  tenant_id: string;
  id: string;
  urn: Urn;
  name: string;
  description: string;
  attributes: ColumnType<readonly ExtensionAttribute[], string, string>;
  created_at: Date;
  updated_at: Date;
}

interface UniqueValuesTable {
  tenant_id: string;
  attribute: string;
  value_key: string;
  user_id: string;
}

interface EntitlementsTable {
  tenant_id: string;
  id: string;
  kind: EntitlementKind;
  display_name: string;
  display_name_key: string;
  type: string | null;
  created_at: Date;
  updated_at: Date;
}

interface OutboxTable {
  tenant_id: string;
  id: string;
  type: EventType;
  resource_type: EventResourceType;
  resource_id: string;
  resource_version: number | null;
  actor: JSONColumnType<Actor>;
  data: ColumnType<Readonly<Record<string, JsonValue>>, string, never>;
  users_delta: Generated<number>;
  groups_delta: Generated<number>;
  platform_users_delta: Generated<number>;
  platform_groups_delta: Generated<number>;
  recorded_at: Generated<Date>;
}

interface EventsTable {
  tenant_id: string;
  sequence: number;
  id: string;
  type: EventType;
  resource_type: EventResourceType;
  resource_id: string;
  resource_version: number | null;
  actor: JSONColumnType<Actor>;
  data: ColumnType<Readonly<Record<string, JsonValue>>, string, never>;
  recorded_at: Date;
}

interface FeedsTable {
  tenant_id: string;
  last_sequence: Generated<number>;
  placed_sequence: number | null;
  users_total: Generated<number>;
  groups_total: Generated<number>;
  platform_users_total: Generated<number>;
  platform_groups_total: Generated<number>;
}

interface PlacesTable {
  tenant_id: string;
  level: number;
  after_id: string;
  last_id: string;
  users_total: number;
  platform_users_total: number;
}

interface ApiKeysTable {
  id: string;
  name: string;
  hint: string;
  digest: Buffer;
  scopes: ApiScope[];
  tenant_id: string | null;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
}

interface ApiKeyUsesTable {
  id: string;
  last_used_at: Date;
}

interface PlatformAuditEntriesTable {
  id: string;
  actor: JSONColumnType<Actor> | null;
  actor_id: GeneratedAlways<string | null>;
  action: AuditAction;
  resource_type: string | null;
  resource_id: string | null;
  event_id: string | null;
  request_id: string | null;
  ip_address: string | null;
  recorded_at: Generated<Date>;
}

interface AuditEntriesTable extends PlatformAuditEntriesTable {
  tenant_id: string;
}

interface IdempotencyKeysTable {
  tenant_id: string;
  caller: string;
  key: string;
  fingerprint: Buffer;
  answer: Buffer | null;
  claimed_at: Generated<Date>;
}
