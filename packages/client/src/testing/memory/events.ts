import type { EventRepository } from "@rollcall/domain";
import type { TenantAccess } from "./tenant-access.ts";

export function createEventRepository(access: TenantAccess): EventRepository {
  return {
    list: ({ after, count, types }) =>
      access.read(({ events }) =>
        events
          .filter(({ sequence, type }) => sequence > after && (types === undefined || types.includes(type)))
          .slice(0, count),
      ),
  };
}
