import { forEachOpenApiProcedure } from "trpc-openapi";
import { appRouter } from "../app-router.ts";
import type { EndpointMeta } from "../endpoint.ts";

/** A procedure as it is reached over REST. */
export interface Endpoint
  extends
    Pick<EndpointMeta, "successStatus" | "errorStatuses">,
    Pick<EndpointMeta["openapi"], "method" | "path" | "operationId"> {
  /** Its name in tRPC, as in `users.get`. */
  readonly procedure: string;
}

/** Every procedure that can be called over REST. */
export function listEndpoints(): readonly Endpoint[] {
  const { _def: definition } = appRouter;
  const endpoints: Endpoint[] = [];
  forEachOpenApiProcedure<EndpointMeta>(definition.procedures, ({ path: procedure, meta }) => {
    const { successStatus, errorStatuses, openapi } = meta;
    const { method, path, operationId } = openapi;
    endpoints.push({ procedure, method, path, operationId, successStatus, errorStatuses });
  });
  return endpoints;
}
