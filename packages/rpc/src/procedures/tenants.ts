import {
  createTenant,
  DELETION_WINDOW_DAYS,
  deleteTenant,
  pauseTenant,
  renameTenant,
  restoreTenant,
  resumeTenant,
} from "@rollcall/domain";
import { z } from "zod";
import { once } from "../idempotency/once.ts";
import { toTenant } from "../models/to-tenant.ts";
import { scopedEndpoint, tenantEndpoint, type TenantEndpointOptions, tenantInput } from "../procedure.ts";
import { requireWholeDeployment } from "../require-whole-deployment.ts";
import { identityProvider } from "../schemas/connection.ts";
import { pageInput, pageOf, toPage } from "../schemas/page.ts";
import { tenantName, tenantSchema } from "../schemas/tenant.ts";
import { trpc } from "../trpc.ts";

export const tenants = trpc.router({
  list: scopedEndpoint("tenants:read", {
    method: "GET",
    path: "/tenants",
    operationId: "listTenants",
    tag: "Tenants",
    summary: "List tenants",
    description: "All tenants of the deployment, deleted ones too, oldest first, in pages; or the caller's one tenant.",
  })
    .input(z.strictObject(pageInput))
    .output(pageOf(tenantSchema, "TenantPage"))
    .query(async ({ ctx, input: { cursor, limit } }) => {
      const { tenants } = ctx.platform;
      const bound = ctx.caller.tenantId;
      if (bound === null) return toPage(await tenants.list({ afterId: cursor?.id, count: limit }), toTenant);
      const tenant = cursor === undefined ? await tenants.find(bound) : undefined;
      return { items: tenant === undefined ? [] : [toTenant(tenant)], nextCursor: null };
    }),

  get: tenantEndpoint("tenants:read", {
    method: "GET",
    path: "/tenants/{tenantId}",
    operationId: "getTenant",
    tag: "Tenants",
    summary: "Get a tenant",
    description: "One tenant by its id.",
  })
    .input(tenantInput({}))
    .output(tenantSchema)
    .query(({ ctx }) => toTenant(ctx.tenant)),

  create: scopedEndpoint("tenants:write", {
    method: "POST",
    path: "/tenants",
    operationId: "createTenant",
    tag: "Tenants",
    summary: "Create a tenant",
    description: "Adds a tenant together with its first connection. Not for callers bound to one tenant.",
    successStatus: 201,
  })
    .input(z.strictObject({ name: tenantName, identityProvider: identityProvider.default("okta") }))
    .output(tenantSchema)
    .mutation(
      once(tenantSchema, async ({ ctx, input }) => {
        requireWholeDeployment(ctx);
        const { tenant } = await createTenant(ctx.platform.tenants, { ...input, actor: ctx.caller.actor });
        return toTenant(tenant);
      }),
    ),

  update: tenantEndpoint("tenants:write", {
    method: "PATCH",
    path: "/tenants/{tenantId}",
    operationId: "updateTenant",
    tag: "Tenants",
    summary: "Rename a tenant",
    description: "Changes the tenant's name; the same name again changes nothing.",
  })
    .input(tenantInput({ name: tenantName }))
    .output(tenantSchema)
    .mutation(async ({ ctx, input }) =>
      toTenant(await renameTenant(ctx.platform.tenants, { id: ctx.tenant.id, name: input.name, actor: ctx.actor })),
    ),

  pause: stateEndpoint(pauseTenant, {
    method: "POST",
    path: "/tenants/{tenantId}/pause",
    operationId: "pauseTenant",
    summary: "Pause a tenant",
    description: "Its identity providers may read but not write, within a second. Pausing it again changes nothing.",
  }),

  resume: stateEndpoint(resumeTenant, {
    method: "POST",
    path: "/tenants/{tenantId}/resume",
    operationId: "resumeTenant",
    summary: "Resume a tenant",
    description: "Undoes a pause; resuming it again changes nothing.",
  }),

  delete: stateEndpoint(deleteTenant, {
    method: "DELETE",
    path: "/tenants/{tenantId}",
    operationId: "deleteTenant",
    summary: "Delete a tenant",
    description: `Shuts its identity providers out within a second. All of it stays readable and can be restored for ${DELETION_WINDOW_DAYS} days; then it is erased for good.`,
    worksWhenDeleted: true,
  }),

  restore: stateEndpoint(restoreTenant, {
    method: "POST",
    path: "/tenants/{tenantId}/restore",
    operationId: "restoreTenant",
    summary: "Restore a tenant",
    description: "Undoes a deletion; the tenant is active again, with everything that was in it.",
    worksWhenDeleted: true,
  }),
});

/** A change of a tenant's state, which needs no more than the tenant. */
function stateEndpoint(change: typeof pauseTenant, options: Omit<TenantEndpointOptions, "tag">) {
  return tenantEndpoint("tenants:write", { ...options, tag: "Tenants" })
    .input(tenantInput({}))
    .output(tenantSchema)
    .mutation(async ({ ctx }) => toTenant(await change(ctx.platform.tenants, { id: ctx.tenant.id, actor: ctx.actor })));
}
