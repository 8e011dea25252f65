import type { Entitlement } from "@rollcall/domain";
import { SCHEMA_ENTITLEMENT, SCHEMA_ROLE, type ScimEntitlement, type ScimRole } from "../catalog/catalog-types.ts";

export function roleToScim({ id, displayName, createdAt, updatedAt }: Entitlement, baseUrl: string): ScimRole {
  return {
    schemas: [SCHEMA_ROLE],
    id,
    displayName,
    meta: {
      resourceType: "Role",
      created: createdAt.toISOString(),
      lastModified: updatedAt.toISOString(),
      location: `${baseUrl}/Roles/${id}`,
    },
  };
}

export function entitlementToScim(
  { id, displayName, type, createdAt, updatedAt }: Entitlement,
  baseUrl: string,
): ScimEntitlement {
  return {
    schemas: [SCHEMA_ENTITLEMENT],
    id,
    displayName,
    type: type ?? "",
    meta: {
      resourceType: "Entitlement",
      created: createdAt.toISOString(),
      lastModified: updatedAt.toISOString(),
      location: `${baseUrl}/Entitlements/${id}`,
    },
  };
}
