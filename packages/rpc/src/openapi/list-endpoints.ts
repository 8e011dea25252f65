import { forEachOpenApiProcedure } from "trpc-openapi";
import { appRouter } from "../app-router.ts";
import type { EndpointMeta } from "../endpoint.ts";

/** A procedure as it is reached over REST. */
export interface Endpoint
  extends
    Pick<EndpointMeta, "access" | "successStatus" | "errorStatuses" | "idempotent">,
    Pick<EndpointMeta["openapi"], "method" | "path" | "operationId"> {
  /** Its name in tRPC, as in `users.get`. */
  readonly procedure: string;
  readonly type: "query" | "mutation";
}

/** Every procedure that can be called over REST. */
export function listEndpoints(): readonly Endpoint[] {
  const { _def: definition } = appRouter;
  const endpoints: Endpoint[] = [];
  forEachOpenApiProcedure<EndpointMeta>(definition.procedures, ({ path: procedure, type, meta }) => {
    if (type === "subscription") return;
    const { access, successStatus, errorStatuses, idempotent, openapi } = meta;
    const { method, path, operationId } = openapi;
    endpoints.push({
      procedure,
      type,
      method,
      path,
      operationId,
      access,
      successStatus,
      errorStatuses,
      idempotent,
    });
  });
  return endpoints;
}
