import { createConnection, DomainError, updateConnection } from "@rollcall/domain";
import { once } from "../idempotency/once.ts";
import { toConnection } from "../models/to-connection.ts";
import { tenantEndpoint, tenantInput } from "../procedure.ts";
import {
  connectionName,
  connectionSchema,
  connectionState,
  identityProvider,
  uniqueGroupNames,
  unknownMembers,
} from "../schemas/connection.ts";
import { id } from "../schemas/id.ts";
import { listOf } from "../schemas/page.ts";
import { trpc } from "../trpc.ts";

export const connections = trpc.router({
  list: tenantEndpoint("connections:read", {
    method: "GET",
    path: "/tenants/{tenantId}/connections",
    operationId: "listConnections",
    tag: "Connections",
    summary: "List connections",
    description: "All connections of a tenant, oldest first.",
  })
    .input(tenantInput({}))
    .output(listOf(connectionSchema, "ConnectionList"))
    .query(async ({ ctx }) => ({ items: (await ctx.directory.connections.list()).map(toConnection) })),

  get: tenantEndpoint("connections:read", {
    method: "GET",
    path: "/tenants/{tenantId}/connections/{connectionId}",
    operationId: "getConnection",
    tag: "Connections",
    summary: "Get a connection",
    description: "One connection by its id.",
  })
    .input(tenantInput({ connectionId: id }))
    .output(connectionSchema)
    .query(async ({ ctx, input }) => {
      const connection = await ctx.directory.connections.find(input.connectionId);
      if (connection === undefined)
        throw new DomainError({ code: "not_found", resource: "connection", id: input.connectionId });
      return toConnection(connection);
    }),

  create: tenantEndpoint("connections:write", {
    method: "POST",
    path: "/tenants/{tenantId}/connections",
    operationId: "createConnection",
    tag: "Connections",
    summary: "Create a connection",
    description: "Adds another identity provider to a tenant. The connection is active and has no token yet.",
    successStatus: 201,
  })
    .input(tenantInput({ name: connectionName, identityProvider: identityProvider.default("okta") }))
    .output(connectionSchema)
    .mutation(
      once(connectionSchema, async ({ ctx: { directory, caller }, input: { name, identityProvider } }) => {
        const request = { name, identityProvider, actor: caller.actor };
        return toConnection(await createConnection(directory.connections, request));
      }),
    ),

  update: tenantEndpoint("connections:write", {
    method: "PATCH",
    path: "/tenants/{tenantId}/connections/{connectionId}",
    operationId: "updateConnection",
    tag: "Connections",
    summary: "Change a connection",
    description: "Renames, pauses or resumes a connection, or changes its kind. What is not given stays.",
  })
    .input(
      tenantInput({
        connectionId: id,
        name: connectionName.optional(),
        identityProvider: identityProvider.optional(),
        state: connectionState.optional(),
        uniqueGroupNames: uniqueGroupNames.optional(),
        unknownMembers: unknownMembers.optional(),
      }),
    )
    .output(connectionSchema)
    .mutation(async ({ ctx, input: { tenantId: _, connectionId, ...settings } }) => {
      const change = { id: connectionId, ...settings, actor: ctx.actor };
      return toConnection(await updateConnection(ctx.directory.connections, change));
    }),
});
