import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { isWithinDeletionWindow } from "../retention/deletion-window.ts";
import { changeTenant, refuseDeleted } from "./change-tenant.ts";
import type { Tenant } from "./tenant.ts";
import type { TenantRepository } from "./tenant-repository.ts";

export interface TenantStateChange {
  readonly id: string;
  readonly actor: Actor;
}

/** Identity providers may read but not write from then on. @throws DomainError `not_found`, `tenant_deleted`. */
export async function pauseTenant(tenants: TenantRepository, { id, actor }: TenantStateChange): Promise<Tenant> {
  return await changeTenant(tenants, id, (current, now) => {
    refuseDeleted(current);
    if (current.state === "paused") return undefined;
    return changeTo("tenant.paused", actor, { ...current, state: "paused", updatedAt: now });
  });
}

/** Undoes a pause. @throws DomainError `not_found`, `tenant_deleted`. */
export async function resumeTenant(tenants: TenantRepository, { id, actor }: TenantStateChange): Promise<Tenant> {
  return await changeTenant(tenants, id, (current, now) => {
    refuseDeleted(current);
    if (current.state === "active") return undefined;
    return changeTo("tenant.resumed", actor, { ...current, state: "active", updatedAt: now });
  });
}

/** Shuts identity providers out at once; all of it is erased after DELETION_WINDOW_DAYS. @throws DomainError `not_found`. */
export async function deleteTenant(tenants: TenantRepository, { id, actor }: TenantStateChange): Promise<Tenant> {
  return await changeTenant(tenants, id, (current, now) => {
    if (current.state === "deleted") return undefined;
    return changeTo("tenant.deleted", actor, { ...current, state: "deleted", deletedAt: now, updatedAt: now });
  });
}

/** Undoes a deletion; the tenant is active then. @throws DomainError `not_found`, also once the window is past. */
export async function restoreTenant(tenants: TenantRepository, { id, actor }: TenantStateChange): Promise<Tenant> {
  return await changeTenant(tenants, id, (current, now) => {
    if (current.deletedAt === null) return undefined;
    if (!isWithinDeletionWindow(current.deletedAt, now)) {
      throw new DomainError({ code: "not_found", resource: "tenant", id });
    }
    return changeTo("tenant.restored", actor, { ...current, state: "active", deletedAt: null, updatedAt: now });
  });
}

type StateEvent = "tenant.paused" | "tenant.resumed" | "tenant.deleted" | "tenant.restored";

function changeTo(type: StateEvent, actor: Actor, next: Tenant) {
  return { next, event: newEvent(type, actor, { id: next.id, version: null, data: { tenant: next } }) };
}
