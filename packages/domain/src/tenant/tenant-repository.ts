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
  /** @returns false when there is no such tenant. */
  update(tenant: Tenant, event: NewEvent): Promise<boolean>;
}
