import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { checkName } from "../identity/check-name.ts";
import { MAX_TENANT_NAME_LENGTH, type Tenant } from "./tenant.ts";
import type { TenantRepository } from "./tenant-repository.ts";

/** @throws DomainError `not_found`, `invalid_value` for a name that is empty or too long. */
export async function renameTenant(
  tenants: TenantRepository,
  { id, name, actor }: { id: string; name: string; actor: Actor },
): Promise<Tenant> {
  const current = await tenants.find(id);
  const checked = checkName("name", name, MAX_TENANT_NAME_LENGTH);
  if (current?.name === checked) return current;
  const next = current && { ...current, name: checked, updatedAt: new Date() };
  if (
    next &&
    (await tenants.update(next, newEvent("tenant.updated", actor, { id, version: null, data: { tenant: next } })))
  )
    return next;
  throw new DomainError({ code: "not_found", resource: "tenant", id });
}
