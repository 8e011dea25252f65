import type { ConnectionRepository } from "@rollcall/domain";
import { recordEvents } from "./record-events.ts";
import { byId, rowById } from "./rows-by-id.ts";
import type { TenantAccess } from "./tenant-access.ts";

export function createConnectionRepository(access: TenantAccess): ConnectionRepository {
  return {
    insert: (connection, event) =>
      access.write((rows) => {
        rows.connections.set(connection.id, structuredClone(connection));
        recordEvents(rows, access, [event]);
      }),

    find: (id) => access.read(({ connections }) => rowById(connections, id)),

    list: () => access.read(({ connections }) => byId(connections.values())),

    change: (id, decide) =>
      access.write((rows) => {
        const current = rowById(rows.connections, id);
        const change = current && decide(current);
        if (change === undefined) return current;
        rows.connections.set(change.next.id, structuredClone(change.next));
        recordEvents(rows, access, [change.event]);
        return change.next;
      }),
  };
}
