import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { checkName } from "../identity/check-name.ts";
import { changeTenant, refuseDeleted } from "./change-tenant.ts";
import { MAX_TENANT_NAME_LENGTH, type Tenant } from "./tenant.ts";
import type { TenantRepository } from "./tenant-repository.ts";

export interface TenantRename {
  readonly id: string;
  readonly name: string;
  readonly actor: Actor;
}

/** @throws DomainError `not_found`, `tenant_deleted`, `invalid_value` for a name that is empty or too long. */
export async function renameTenant(tenants: TenantRepository, { id, name, actor }: TenantRename): Promise<Tenant> {
  const checked = checkName("name", name, MAX_TENANT_NAME_LENGTH);
  return await changeTenant(tenants, id, (current, now) => {
    refuseDeleted(current);
    if (current.name === checked) return undefined;
    const next = { ...current, name: checked, updatedAt: now };
    return { next, event: newEvent("tenant.updated", actor, { id, version: null, data: { tenant: next } }) };
  });
}
