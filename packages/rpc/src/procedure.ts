import { type ApiScope, DomainError, grantsScope } from "@rollcall/domain";
import { z } from "zod";
import { endpoint, type EndpointOptions } from "./endpoint.ts";
import { ApiError } from "./error/api-error.ts";
import { toApiError } from "./error/to-api-error.ts";
import { id } from "./schemas/id.ts";
import { trpc } from "./trpc.ts";

/** Every procedure stands on this: what is thrown leaves in the words of the catalogue. */
const base = trpc.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw toApiError(result.error);
  return result;
});

const withCaller = base.use(async ({ ctx, next }) => {
  if (ctx.caller === undefined) throw new ApiError("unauthenticated");
  return await next({ ctx: { caller: ctx.caller, actor: ctx.caller.actor } });
});

/** For everybody. */
export function publicEndpoint(options: EndpointOptions) {
  return base.meta(endpoint("public", options));
}

/** For every caller with a valid credential. */
export function authenticatedEndpoint(options: EndpointOptions) {
  return withCaller.meta(endpoint("authenticated", options));
}

/** For callers whose credential has the scope. */
export function scopedEndpoint(scope: ApiScope, options: EndpointOptions) {
  return withCaller.meta(endpoint(scope, options)).use(async ({ ctx, next }) => {
    if (!grantsScope(ctx.caller.scopes, scope)) {
      ctx.onDenied({ ...denial, actor: ctx.actor, resourceType: options.tag.toLowerCase() });
      throw new ApiError("insufficient_scope", { detail: `This needs the scope "${scope}".` });
    }
    return await next();
  });
}

export interface TenantEndpointOptions extends EndpointOptions {
  /** Whether it may change a tenant that is deleted. Default: no. */
  readonly worksWhenDeleted?: boolean;
}

/**
 * For one tenant, named in the input; its directory reaches nothing of another tenant. To a caller that is bound to
 * another tenant this one does not exist.
 */
export function tenantEndpoint(scope: ApiScope, { worksWhenDeleted = false, ...options }: TenantEndpointOptions) {
  return scopedEndpoint(scope, options)
    .input(z.object({ tenantId: id }))
    .use(async ({ ctx, input: { tenantId }, next, type }) => {
      const reachable = ctx.caller.tenantId === null || ctx.caller.tenantId === tenantId;
      if (!reachable) ctx.onDenied({ ...denial, actor: ctx.actor, resourceType: "tenant", resourceId: tenantId });
      const tenant = reachable ? await ctx.platform.tenants.find(tenantId) : undefined;
      if (tenant === undefined) throw new DomainError({ code: "not_found", resource: "tenant", id: tenantId });
      if (tenant.state === "deleted" && type === "mutation" && !worksWhenDeleted) {
        throw new DomainError({ code: "tenant_deleted", id: tenantId });
      }
      // What a change depends on is never behind.
      const consistency = type === "query" ? ctx.consistency : "strong";
      return await next({ ctx: { tenant, directory: ctx.openDirectory(tenant.id, consistency) } });
    });
}

const denial = { action: "access.denied", resourceId: null, eventId: null } as const;

/** The whole input of a tenant's endpoint; unknown keys are refused. */
export function tenantInput<TShape extends z.ZodRawShape>(shape: TShape) {
  return z.strictObject({ tenantId: id, ...shape });
}
