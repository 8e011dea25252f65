import { defineExtensionSchema, deleteExtensionSchema } from "@rollcall/domain";
import { toExtensionSchema } from "../models/to-extension-schema.ts";
import { tenantEndpoint, tenantInput } from "../procedure.ts";
import { extensionSchemaSchema, schemaDefinition, urnInput } from "../schemas/extension-schema.ts";
import { listOf } from "../schemas/page.ts";
import { trpc } from "../trpc.ts";

export const schemas = trpc.router({
  list: tenantEndpoint("schemas:read", {
    method: "GET",
    path: "/tenants/{tenantId}/schemas",
    operationId: "listSchemas",
    tag: "Schemas",
    summary: "List extension schemas",
    description: "All extension schemas of a tenant, oldest first.",
  })
    .input(tenantInput({}))
    .output(listOf(extensionSchemaSchema, "ExtensionSchemaList"))
    .query(async ({ ctx }) => ({ items: (await ctx.directory.extensionSchemas.list()).map(toExtensionSchema) })),

  define: tenantEndpoint("schemas:write", {
    method: "PUT",
    path: "/tenants/{tenantId}/schemas/{urn}",
    operationId: "defineSchema",
    tag: "Schemas",
    summary: "Define an extension schema",
    description:
      "Adds an extension schema, or replaces the one with this URN; identity providers see it within a second. Attributes can be added and reworded; what users may hold values of can neither be removed nor change its type.",
  })
    .input(tenantInput({ urn: urnInput, ...schemaDefinition }))
    .output(extensionSchemaSchema)
    .mutation(async ({ ctx, input: { tenantId: _, ...schema } }) =>
      toExtensionSchema(await defineExtensionSchema(ctx.directory.extensionSchemas, { schema, actor: ctx.actor })),
    ),

  delete: tenantEndpoint("schemas:write", {
    method: "DELETE",
    path: "/tenants/{tenantId}/schemas/{urn}",
    operationId: "deleteSchema",
    tag: "Schemas",
    summary: "Delete an extension schema",
    description: "Removes an extension schema that no user holds values of.",
    errors: ["in_use"],
  })
    .input(tenantInput({ urn: urnInput }))
    .output(extensionSchemaSchema)
    .mutation(async ({ ctx, input }) =>
      toExtensionSchema(
        await deleteExtensionSchema(ctx.directory.extensionSchemas, { urn: input.urn, actor: ctx.actor }),
      ),
    ),
});
