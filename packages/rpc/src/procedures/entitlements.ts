import { createEntitlement, deleteEntitlement, updateEntitlement } from "@rollcall/domain";
import { once } from "../idempotency/once.ts";
import { toEntitlement } from "../models/to-entitlement.ts";
import { tenantEndpoint, tenantInput } from "../procedure.ts";
import { entitlementKind, entitlementName, entitlementSchema, entitlementType } from "../schemas/entitlement.ts";
import { id } from "../schemas/id.ts";
import { listOf } from "../schemas/page.ts";
import { trpc } from "../trpc.ts";

export const entitlements = trpc.router({
  list: tenantEndpoint("entitlements:read", {
    method: "GET",
    path: "/tenants/{tenantId}/entitlements",
    operationId: "listEntitlements",
    tag: "Entitlements",
    summary: "List roles and entitlements",
    description: "What a tenant's identity providers may assign, or one kind of it, oldest first.",
  })
    .input(tenantInput({ kind: entitlementKind.optional() }))
    .output(listOf(entitlementSchema, "EntitlementList"))
    .query(async ({ ctx, input }) => ({
      items: (await ctx.directory.entitlements.list(input.kind)).map(toEntitlement),
    })),

  create: tenantEndpoint("entitlements:write", {
    method: "POST",
    path: "/tenants/{tenantId}/entitlements",
    operationId: "createEntitlement",
    tag: "Entitlements",
    summary: "Create a role or an entitlement",
    description: "Offers something more for identity providers to assign. An entitlement needs a type.",
    successStatus: 201,
    errors: ["conflict"],
  })
    .input(tenantInput({ kind: entitlementKind, displayName: entitlementName, type: entitlementType.optional() }))
    .output(entitlementSchema)
    .mutation(
      once(entitlementSchema, async ({ ctx: { directory, caller }, input: { kind, displayName, type = null } }) => {
        const request = { kind, draft: { displayName, type }, actor: caller.actor };
        return toEntitlement(await createEntitlement(directory.entitlements, request));
      }),
    ),

  update: tenantEndpoint("entitlements:write", {
    method: "PATCH",
    path: "/tenants/{tenantId}/entitlements/{entitlementId}",
    operationId: "updateEntitlement",
    tag: "Entitlements",
    summary: "Change a role or an entitlement",
    description: "Renames an entitlement or changes its type. What is not given stays.",
    errors: ["conflict"],
  })
    .input(
      tenantInput({ entitlementId: id, displayName: entitlementName.optional(), type: entitlementType.optional() }),
    )
    .output(entitlementSchema)
    .mutation(async ({ ctx, input: { entitlementId, displayName, type } }) => {
      const change = { id: entitlementId, displayName, type, actor: ctx.actor };
      return toEntitlement(await updateEntitlement(ctx.directory.entitlements, change));
    }),

  delete: tenantEndpoint("entitlements:write", {
    method: "DELETE",
    path: "/tenants/{tenantId}/entitlements/{entitlementId}",
    operationId: "deleteEntitlement",
    tag: "Entitlements",
    summary: "Delete a role or an entitlement",
    description: "Offers it no more. Users who carry it go on carrying it.",
  })
    .input(tenantInput({ entitlementId: id }))
    .output(entitlementSchema)
    .mutation(async ({ ctx, input }) =>
      toEntitlement(await deleteEntitlement(ctx.directory.entitlements, { id: input.entitlementId, actor: ctx.actor })),
    ),
});
