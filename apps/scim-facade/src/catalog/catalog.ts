import { type Entitlement, type EntitlementKind, isId } from "@rollcall/domain";
import { type JsonObject, project, type ResourceType, ScimError } from "@rollcall/scim";
import type { ScimHandler } from "../http/scim-request.ts";
import { entitlementToScim, roleToScim } from "../mapper/entitlement-to-scim.ts";
import { requestedProjection } from "../resources/requested-projection.ts";
import { catalogPage } from "./catalog-page.ts";

/** GET /Roles and /Roles/{id}: read-only, for the platform decides which roles there are. */
export const listRoles: ScimHandler = listOf("role");
export const getRole: ScimHandler = getOne("role");

/** GET /Entitlements and /Entitlements/{id} */
export const listEntitlements: ScimHandler = listOf("entitlement");
export const getEntitlement: ScimHandler = getOne("entitlement");

function listOf(kind: EntitlementKind): ScimHandler {
  return async (request) => {
    const items = await request.directory.entitlements.list(kind);
    const toResource = (entitlement: Entitlement) => toScim(entitlement, request.baseUrl);
    return { status: 200, body: catalogPage(request, { type: request.types[kind], items, toScim: toResource }) };
  };
}

function getOne(kind: EntitlementKind): ScimHandler {
  return async ({ directory, types, query, baseUrl, id }) => {
    const type: ResourceType<unknown> = types[kind];
    const projection = requestedProjection(type, query);
    const entitlement = isId(id) ? await directory.entitlements.find(id) : undefined;
    if (entitlement?.kind !== kind) throw new ScimError("notFound", `There is no ${kind} with this id.`);
    return { status: 200, body: project(projection, toScim(entitlement, baseUrl)) };
  };
}

function toScim(entitlement: Entitlement, baseUrl: string): JsonObject {
  return entitlement.kind === "role" ? roleToScim(entitlement, baseUrl) : entitlementToScim(entitlement, baseUrl);
}
