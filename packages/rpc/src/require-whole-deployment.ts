import type { Caller } from "./caller.ts";
import type { ApiContext } from "./context.ts";
import { ApiError } from "./error/api-error.ts";

/** @throws ApiError `insufficient_scope` for a caller that is bound to one tenant. */
export function requireWholeDeployment({ caller, onDenied }: Pick<ApiContext, "onDenied"> & { caller: Caller }): void {
  if (caller.tenantId === null) return;
  onDenied({ actor: caller.actor, action: "access.denied", resourceType: null, resourceId: null, eventId: null });
  throw new ApiError("insufficient_scope", { detail: "This is not for callers that are bound to one tenant." });
}
