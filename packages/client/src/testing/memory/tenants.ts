import type { Provenance, TenantRepository } from "@rollcall/domain";
import { recordEvents } from "./record-events.ts";
import { pageAfter } from "./rows-by-id.ts";
import type { Store } from "./store.ts";

export function createTenantRepository(store: Store, provenance: Provenance | undefined): TenantRepository {
  return {
    insert: (tenant, connection, events) =>
      store.tenant(tenant.id).write((rows) => {
        rows.tenant = structuredClone(tenant);
        rows.connections.set(connection.id, structuredClone(connection));
        recordEvents(rows, { provenance }, events);
      }),

    find: (id) => store.tenant(id).read(({ tenant }) => tenant),

    async list(page) {
      const tenants = await Promise.all(store.tenantIds().map((id) => store.tenant(id).read(({ tenant }) => tenant)));
      return pageAfter(
        tenants.filter((tenant) => tenant !== undefined),
        page,
      );
    },

    change: (id, decide) =>
      store.tenant(id).write((rows) => {
        const change = rows.tenant && decide(rows.tenant, new Date());
        if (change === undefined) return rows.tenant;
        rows.tenant = structuredClone(change.next);
        recordEvents(rows, { provenance }, [change.event]);
        return rows.tenant;
      }),
  };
}
