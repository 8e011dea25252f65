import type { Page } from "../page/page.ts";
import type { Connection } from "../connection/connection.ts";
import type { NewEvent } from "../event/new-event.ts";
import type { Tenant } from "./tenant.ts";

/** All tenants of the deployment. */
export interface TenantRepository {
  /** Writes the tenant, its first connection and their events together. */
  insert(tenant: Tenant, connection: Connection, events: readonly NewEvent[]): Promise<void>;
  find(id: string): Promise<Tenant | undefined>;
  /** In the order of their ids, after `afterId`. */
  list(page: { afterId: string | undefined; count: number }): Promise<Page<Tenant>>;
  /**
   * Locks the tenant, asks what becomes of it, and writes that with its event; undefined leaves it as it is.
   * @returns the tenant as it is then; undefined when there is none.
   */
  change(id: string, decide: TenantDecision): Promise<Tenant | undefined>;
}

/** `now` is the database's clock, which also says when a deleted tenant is past its window. */
export type TenantDecision = (current: Tenant, now: Date) => TenantChange | undefined;

export interface TenantChange {
  readonly next: Tenant;
  readonly event: NewEvent;
}
