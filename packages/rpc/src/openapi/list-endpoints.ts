import { forEachOpenApiProcedure } from "trpc-openapi";
import { z } from "zod";
import { appRouter } from "../app-router.ts";
import type { EndpointMeta } from "../endpoint.ts";

/** A procedure as it is reached over REST. */
export interface Endpoint
  extends
    Pick<EndpointMeta, "access" | "successStatus" | "errorStatuses" | "idempotent" | "mayLag">,
    Pick<EndpointMeta["openapi"], "method" | "path" | "operationId"> {
  /** Its name in tRPC, as in `users.get`. */
  readonly procedure: string;
  readonly type: "query" | "mutation";
  /** What may be given more than once in a query, because it is a list. */
  readonly listParameters: readonly string[];
}

/** Every procedure that can be called over REST. */
export function listEndpoints(): readonly Endpoint[] {
  const { _def: definition } = appRouter;
  const endpoints: Endpoint[] = [];
  forEachOpenApiProcedure<EndpointMeta>(definition.procedures, ({ path: name, type, procedure, meta }) => {
    if (type === "subscription") return;
    const { access, successStatus, errorStatuses, idempotent, mayLag, openapi } = meta;
    const { method, path, operationId } = openapi;
    endpoints.push({
      procedure: name,
      type,
      method,
      path,
      operationId,
      access,
      successStatus,
      errorStatuses,
      idempotent,
      mayLag,
      listParameters: listParameters(procedure),
    });
  });
  return endpoints;
}

const definitionSchema = z.object({ inputs: z.array(z.instanceof(z.ZodObject)) });

function listParameters(procedure: object): readonly string[] {
  const [input] = definitionSchema.parse(Reflect.get(procedure, "_def")).inputs.slice(-1);
  return Object.entries(input?.shape ?? {}).flatMap(([name, schema]) => (isList(schema) ? [name] : []));
}

function isList(schema: unknown): boolean {
  return schema instanceof z.ZodOptional ? isList(schema.unwrap()) : schema instanceof z.ZodArray;
}
