import { createTenant, renameTenant } from "@rollcall/domain";
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { toPage } from "../models/to-page.ts";
import { toTenant } from "../models/to-tenant.ts";
import { authenticated, tenantBound, tenantInput } from "../procedure.ts";
import { identityProvider } from "../schemas/connection.ts";
import { pageInput, pageOf } from "../schemas/page.ts";
import { tenantName, tenantSchema } from "../schemas/tenant.ts";
import { trpc } from "../trpc.ts";

export const tenants = trpc.router({
  list: authenticated
    .meta(
      endpoint({
        method: "GET",
        path: "/tenants",
        operationId: "listTenants",
        tag: "Tenants",
        summary: "List tenants",
        description: "All tenants of the deployment, oldest first, in pages.",
      }),
    )
    .input(z.strictObject(pageInput))
    .output(pageOf(tenantSchema, "TenantPage"))
    .query(async ({ ctx, input }) =>
      toPage(await ctx.tenants.list({ afterId: input.cursor, count: input.limit }), toTenant),
    ),

  get: tenantBound
    .meta(
      endpoint({
        method: "GET",
        path: "/tenants/{tenantId}",
        operationId: "getTenant",
        tag: "Tenants",
        summary: "Get a tenant",
        description: "One tenant by its id.",
      }),
    )
    .input(tenantInput({}))
    .output(tenantSchema)
    .query(({ ctx }) => toTenant(ctx.tenant)),

  create: authenticated
    .meta(
      endpoint({
        method: "POST",
        path: "/tenants",
        operationId: "createTenant",
        tag: "Tenants",
        summary: "Create a tenant",
        description: "Adds a tenant together with its first connection.",
        successStatus: 201,
      }),
    )
    .input(z.strictObject({ name: tenantName, identityProvider: identityProvider.default("okta") }))
    .output(tenantSchema)
    .mutation(async ({ ctx, input }) => {
      const { tenant } = await createTenant(ctx.tenants, { ...input, actor: ctx.actor });
      return toTenant(tenant);
    }),

  update: tenantBound
    .meta(
      endpoint({
        method: "PATCH",
        path: "/tenants/{tenantId}",
        operationId: "updateTenant",
        tag: "Tenants",
        summary: "Rename a tenant",
        description: "Changes the tenant's name; the same name again changes nothing.",
      }),
    )
    .input(tenantInput({ name: tenantName }))
    .output(tenantSchema)
    .mutation(async ({ ctx, input }) =>
      toTenant(await renameTenant(ctx.tenants, { id: ctx.tenant.id, name: input.name, actor: ctx.actor })),
    ),
});
