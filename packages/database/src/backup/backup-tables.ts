import type { Tables } from "../schema/tables.ts";

/** Every table with rows of ours, those that foreign keys point at before those that have them. */
export const backupTables: readonly string[] = Object.keys({
  tenants: true,
  feeds: true,
  places: true,
  connections: true,
  tokens: true,
  users: true,
  unique_values: true,
  groups: true,
  memberships: true,
  nestings: true,
  extension_schemas: true,
  entitlements: true,
  deletions: true,
  outbox: true,
  events: true,
  audit_entries: true,
  idempotency_keys: true,
  api_keys: true,
  api_key_uses: true,
  platform_audit_entries: true,
} satisfies Record<keyof Tables, true>);
