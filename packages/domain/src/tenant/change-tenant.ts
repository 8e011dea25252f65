import { DomainError } from "../error/domain-error.ts";
import type { Tenant } from "./tenant.ts";
import type { TenantDecision, TenantRepository } from "./tenant-repository.ts";

/** @throws DomainError `not_found`, and whatever `decide` throws. */
export async function changeTenant(tenants: TenantRepository, id: string, decide: TenantDecision): Promise<Tenant> {
  const tenant = await tenants.change(id, decide);
  if (tenant === undefined) throw new DomainError({ code: "not_found", resource: "tenant", id });
  return tenant;
}

/** @throws DomainError `tenant_deleted`: nothing but its restoration may change a deleted tenant. */
export function refuseDeleted({ id, state }: Tenant): void {
  if (state === "deleted") throw new DomainError({ code: "tenant_deleted", id });
}
