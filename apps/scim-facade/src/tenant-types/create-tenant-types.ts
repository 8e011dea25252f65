import type { Directory, ExtensionSchema } from "@rollcall/domain";
import { extendResourceType, groupType, userType } from "@rollcall/scim";
import { LRUCache } from "lru-cache";
import { entitlementType, roleType } from "../catalog/catalog-types.ts";
import type { ResourceTypes } from "../http/scim-request.ts";
import { schemaToScim } from "../mapper/schema-to-scim.ts";

/** What resources of a directory's tenant look like. */
export type ReadTenantTypes = (directory: Directory) => Promise<ResourceTypes>;

/** How long a new definition may stay unknown to a process. */
const SCHEMAS_TTL_MS = 1_000;
const MAX_TENANTS = 10_000;
const MAX_COMPILED = 1_000;

const standardTypes: ResourceTypes = { user: userType, group: groupType, role: roleType, entitlement: entitlementType };

/**
 * Reads the extension schemas of a tenant at most once a second, and compiles a definition once, not once per reading.
 * Everything is kept under the tenant's id, or under the definition itself.
 */
export function createTenantTypes(): ReadTenantTypes {
  const ofTenants = new LRUCache<string, Promise<ResourceTypes>>({ max: MAX_TENANTS, ttl: SCHEMAS_TTL_MS });
  const compiled = new LRUCache<string, ResourceTypes>({ max: MAX_COMPILED });

  return function tenantTypes({ tenantId, extensionSchemas }) {
    const cached = ofTenants.get(tenantId);
    if (cached !== undefined) return cached;
    const fresh = extensionSchemas.list().then(compileOnce);
    ofTenants.set(tenantId, fresh);
    // An outage is no answer to keep.
    fresh.catch(() => ofTenants.delete(tenantId));
    return fresh;
  };

  function compileOnce(schemas: readonly ExtensionSchema[]): ResourceTypes {
    if (schemas.length === 0) return standardTypes;
    const extensions = schemas.map(schemaToScim);
    const definition = JSON.stringify(extensions);
    const known = compiled.get(definition);
    if (known !== undefined) return known;
    const types = { ...standardTypes, user: extendResourceType(userType, extensions) };
    compiled.set(definition, types);
    return types;
  }
}
