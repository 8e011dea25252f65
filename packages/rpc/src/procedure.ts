import { type Actor, DomainError } from "@rollcall/domain";
import { z } from "zod";
import { toTrpcError } from "./error/to-trpc-error.ts";
import { unauthorized } from "./error/unauthorized.ts";
import { id } from "./schemas/id.ts";
import { trpc } from "./trpc.ts";

/** Every procedure stands on this: what the domain refuses leaves in tRPC's terms. */
const base = trpc.procedure.use(async ({ next }) => {
  const result = await next();
  // tRPC wraps what a procedure throws as an internal error with the original as its cause.
  if (!result.ok && result.error.cause instanceof DomainError) throw toTrpcError(result.error.cause);
  return result;
});

/** For callers with a valid API key; it is the actor of their changes. */
export const authenticated = base.use(async ({ ctx, next }) => {
  if (ctx.identity === undefined) throw unauthorized();
  const actor: Actor = { kind: "api_key", id: ctx.identity.apiKeyId };
  return await next({ ctx: { actor } });
});

/** For one tenant, named in the input; its directory reaches nothing of another tenant. */
export const tenantBound = authenticated.input(z.object({ tenantId: id })).use(async ({ ctx, input, next }) => {
  const tenant = await ctx.tenants.find(input.tenantId);
  if (tenant === undefined) throw new DomainError({ code: "not_found", resource: "tenant", id: input.tenantId });
  return await next({ ctx: { tenant, directory: ctx.openDirectory(tenant.id) } });
});

/** The whole input of a tenant-bound procedure; unknown keys are refused. */
export function tenantInput<TShape extends z.ZodRawShape>(shape: TShape) {
  return z.strictObject({ tenantId: id, ...shape });
}
