import { type Connection, defaultConnectionSettings, type IdentityProvider } from "../connection/connection.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { checkName } from "../identity/check-name.ts";
import { newId } from "../identity/id.ts";
import { MAX_TENANT_NAME_LENGTH, type Tenant } from "./tenant.ts";
import type { TenantRepository } from "./tenant-repository.ts";

export interface NewTenant {
  readonly name: string;
  /** The kind of identity provider its first connection is for. */
  readonly identityProvider: IdentityProvider;
  readonly actor: Actor;
}

/** Adds a tenant with its first connection. @throws DomainError `invalid_value` for a name that is empty or too long. */
export async function createTenant(
  tenants: TenantRepository,
  { name, identityProvider, actor }: NewTenant,
): Promise<{ tenant: Tenant; connection: Connection }> {
  const now = new Date();
  const tenant: Tenant = {
    id: newId(),
    name: checkName("name", name, MAX_TENANT_NAME_LENGTH),
    state: "active",
    deletedAt: null,
    createdAt: now,
    updatedAt: now,
  };
  const connection: Connection = {
    id: newId(),
    name: "Default",
    identityProvider,
    ...defaultConnectionSettings,
    createdAt: now,
    updatedAt: now,
  };
  await tenants.insert(tenant, connection, [
    newEvent("tenant.created", actor, { id: tenant.id, version: null, data: { tenant } }),
    newEvent("connection.created", actor, { id: connection.id, version: null, data: { connection } }),
  ]);
  return { tenant, connection };
}
