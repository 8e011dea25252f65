import { apiScopes } from "@rollcall/domain";
import { z } from "zod";
import { authenticatedEndpoint, publicEndpoint } from "../procedure.ts";
import { actor } from "../schemas/actor.ts";
import { id } from "../schemas/id.ts";
import { trpc } from "../trpc.ts";

const serviceInfo = z.object({ name: z.literal("rollcall"), version: z.string() }).meta({
  id: "ServiceInfo",
  description: "Which service answers here.",
  examples: [{ name: "rollcall", version: "0.1.0" }],
});

const callerInfo = z.object({ actor, scopes: z.array(z.enum(apiScopes)), tenantId: id.nullable() }).meta({
  id: "Caller",
  description: "Whom the credential speaks for, and what it allows; null: every tenant.",
  examples: [
    {
      actor: { kind: "api_key", id: "01935f1e-9000-7b21-a1b2-c3d4e5f60718" },
      scopes: ["users:read"],
      tenantId: null,
    },
  ],
});

export const service = trpc.router({
  info: publicEndpoint({
    method: "GET",
    path: "/service",
    operationId: "getService",
    tag: "Service",
    summary: "Get the service's version",
    description: "Which service answers here, and in which version. Needs no credential.",
  })
    .input(z.strictObject({}))
    .output(serviceInfo)
    .query(({ ctx }) => ({ name: "rollcall" as const, version: ctx.version })),

  caller: authenticatedEndpoint({
    method: "GET",
    path: "/service/caller",
    operationId: "getCaller",
    tag: "Service",
    summary: "Get the caller",
    description: "Whom the credential of this request speaks for, and what it allows.",
  })
    .input(z.strictObject({}))
    .output(callerInfo)
    .query(({ ctx: { caller } }) => ({ ...caller, scopes: [...caller.scopes] })),
});
