import { createEntitlement, deleteEntitlement, updateEntitlement } from "@rollcall/domain";
import { endpoint } from "../endpoint.ts";
import { toEntitlement } from "../models/to-entitlement.ts";
import { tenantBound, tenantInput } from "../procedure.ts";
import { entitlementKind, entitlementName, entitlementSchema, entitlementType } from "../schemas/entitlement.ts";
import { id } from "../schemas/id.ts";
import { listOf } from "../schemas/page.ts";
import { trpc } from "../trpc.ts";

export const entitlements = trpc.router({
  list: tenantBound
    .meta(
      endpoint({
        method: "GET",
        path: "/tenants/{tenantId}/entitlements",
        operationId: "listEntitlements",
        tag: "Entitlements",
        summary: "List roles and entitlements",
        description: "What a tenant's identity providers may assign, or one kind of it, oldest first.",
      }),
    )
    .input(tenantInput({ kind: entitlementKind.optional() }))
    .output(listOf(entitlementSchema, "EntitlementList"))
    .query(async ({ ctx, input }) => ({
      items: (await ctx.directory.entitlements.list(input.kind)).map(toEntitlement),
    })),

  create: tenantBound
    .meta(
      endpoint({
        method: "POST",
        path: "/tenants/{tenantId}/entitlements",
        operationId: "createEntitlement",
        tag: "Entitlements",
        summary: "Create a role or an entitlement",
        description: "Offers something more for identity providers to assign. An entitlement needs a type.",
        successStatus: 201,
        errors: [409],
      }),
    )
    .input(tenantInput({ kind: entitlementKind, displayName: entitlementName, type: entitlementType.optional() }))
    .output(entitlementSchema)
    .mutation(async ({ ctx, input: { kind, displayName, type = null } }) => {
      const request = { kind, draft: { displayName, type }, actor: ctx.actor };
      return toEntitlement(await createEntitlement(ctx.directory.entitlements, request));
    }),

  update: tenantBound
    .meta(
      endpoint({
        method: "PATCH",
        path: "/tenants/{tenantId}/entitlements/{entitlementId}",
        operationId: "updateEntitlement",
        tag: "Entitlements",
        summary: "Change a role or an entitlement",
        description: "Renames an entitlement or changes its type. What is not given stays.",
        errors: [409],
      }),
    )
    .input(
      tenantInput({ entitlementId: id, displayName: entitlementName.optional(), type: entitlementType.optional() }),
    )
    .output(entitlementSchema)
    .mutation(async ({ ctx, input: { entitlementId, displayName, type } }) => {
      const change = { id: entitlementId, displayName, type, actor: ctx.actor };
      return toEntitlement(await updateEntitlement(ctx.directory.entitlements, change));
    }),

  delete: tenantBound
    .meta(
      endpoint({
        method: "DELETE",
        path: "/tenants/{tenantId}/entitlements/{entitlementId}",
        operationId: "deleteEntitlement",
        tag: "Entitlements",
        summary: "Delete a role or an entitlement",
        description: "Offers it no more. Users who carry it go on carrying it.",
      }),
    )
    .input(tenantInput({ entitlementId: id }))
    .output(entitlementSchema)
    .mutation(async ({ ctx, input }) =>
      toEntitlement(await deleteEntitlement(ctx.directory.entitlements, { id: input.entitlementId, actor: ctx.actor })),
    ),
});
