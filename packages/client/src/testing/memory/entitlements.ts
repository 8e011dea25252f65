import { DomainError, type Entitlement, type EntitlementRepository, fold } from "@rollcall/domain";
import { recordEvents } from "./record-events.ts";
import { byId, rowById } from "./rows-by-id.ts";
import type { TenantAccess } from "./tenant-access.ts";
import type { TenantRows } from "./tenant-rows.ts";

export function createEntitlementRepository(access: TenantAccess): EntitlementRepository {
  return {
    list: (kind) =>
      access.read(({ entitlements }) =>
        byId(entitlements.values()).filter((each) => kind === undefined || each.kind === kind),
      ),

    find: (id) => access.read(({ entitlements }) => rowById(entitlements, id)),

    insert: (entitlement, event, { max }) =>
      access.write((rows) => {
        const ofKind = [...rows.entitlements.values()].filter(({ kind }) => kind === entitlement.kind);
        if (ofKind.length >= max) {
          const reason = `the tenant has ${max} of its kind already`;
          throw new DomainError({ code: "invalid_value", attribute: "kind", reason });
        }
        put(rows, entitlement);
        recordEvents(rows, access, [event]);
      }),

    update: (entitlement, event) =>
      access.write((rows) => {
        if (!rows.entitlements.has(entitlement.id)) return false;
        put(rows, entitlement);
        recordEvents(rows, access, [event]);
        return true;
      }),

    delete: (id, event) =>
      access.write((rows) => {
        const entitlement = rowById(rows.entitlements, id);
        if (entitlement === undefined) return undefined;
        rows.entitlements.delete(entitlement.id);
        recordEvents(rows, access, [event(entitlement)]);
        return entitlement;
      }),
  };
}

function put({ entitlements }: TenantRows, entitlement: Entitlement): void {
  const { id, kind, displayName } = entitlement;
  const isTaken = [...entitlements.values()].some(
    (other) => other.id !== id && other.kind === kind && fold(other.displayName) === fold(displayName),
  );
  if (isTaken) throw new DomainError({ code: "conflict", attribute: "displayName", value: displayName });
  entitlements.set(id, structuredClone(entitlement));
}
