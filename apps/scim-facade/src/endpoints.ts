import { bulk } from "./bulk/bulk.ts";
import { getEntitlement, getRole, listEntitlements, listRoles } from "./catalog/catalog.ts";
import { getResourceTypes, getSchemas, getServiceProviderConfig } from "./discovery/discovery.ts";
import type { Endpoint } from "./http/route-table.ts";
import { getGroup, listGroups, patchGroup, postGroup, putGroup, removeGroup } from "./resources/groups.ts";
import { refuseMe } from "./resources/me.ts";
import { queryRoot } from "./resources/root.ts";
import { searchBy } from "./resources/search.ts";
import { getUser, listUsers, patchUser, postUser, putUser, removeUser } from "./resources/users.ts";

/** What bulk operations can be about. */
const resources: Readonly<Record<string, Endpoint>> = {
  "/Users": { GET: listUsers, POST: postUser },
  "/Users/:id": { GET: getUser, PUT: putUser, PATCH: patchUser, DELETE: removeUser },
  "/Groups": { GET: listGroups, POST: postGroup },
  "/Groups/:id": { GET: getGroup, PUT: putGroup, PATCH: patchGroup, DELETE: removeGroup },
};

/** Every path of the facade, below its base URL (RFC 7644 §3.2); the first that matches answers. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  "/": { GET: queryRoot },
  "/.search": { POST: searchBy(queryRoot) },
  "/Users/.search": { POST: searchBy(listUsers) },
  "/Groups/.search": { POST: searchBy(listGroups) },
  ...resources,
  "/Roles": { GET: listRoles },
  "/Roles/:id": { GET: getRole },
  "/Entitlements": { GET: listEntitlements },
  "/Entitlements/:id": { GET: getEntitlement },
  "/Bulk": { POST: bulk(resources) },
  "/Me": { GET: refuseMe, POST: refuseMe, PUT: refuseMe, PATCH: refuseMe, DELETE: refuseMe },
  "/ServiceProviderConfig": { GET: getServiceProviderConfig },
  "/ResourceTypes": { GET: getResourceTypes },
  "/ResourceTypes/:id": { GET: getResourceTypes },
  "/Schemas": { GET: getSchemas },
  "/Schemas/:id": { GET: getSchemas },
};
