import type { ApiKey, AuditEntry } from "@rollcall/domain";
import { type Cell, createCell } from "./cell.ts";
import type { IdempotencyRow } from "./idempotency-row.ts";
import { copyRows, noRows, type TenantRows } from "./tenant-rows.ts";

/** Everything that a deployment keeps. */
export interface Store {
  readonly platform: Cell<PlatformRows>;
  /** The rows of a tenant, none of them when it does not exist. */
  tenant(id: string): Cell<TenantRows>;
  tenantIds(): readonly string[];
}

export interface PlatformRows {
  readonly apiKeys: Map<string, ApiKeyRow>;
  readonly idempotencyKeys: Map<string, IdempotencyRow>;
  /** Oldest first. */
  readonly audit: AuditEntry[];
}

export interface ApiKeyRow extends ApiKey {
  readonly digest: Uint8Array;
}

export function createStore(): Store {
  const cells = new Map<string, Cell<TenantRows>>();
  return {
    platform: createCell<PlatformRows>({ apiKeys: new Map(), idempotencyKeys: new Map(), audit: [] }, copyPlatformRows),
    tenant(id) {
      const key = id.toLowerCase();
      const cell = cells.get(key) ?? createCell(noRows(), copyRows);
      cells.set(key, cell);
      return cell;
    },
    tenantIds: () => [...cells.keys()].toSorted(),
  };
}

function copyPlatformRows({ apiKeys, idempotencyKeys, audit }: PlatformRows): PlatformRows {
  return { apiKeys: new Map(apiKeys), idempotencyKeys: new Map(idempotencyKeys), audit: [...audit] };
}
