import { newId } from "@rollcall/domain";
import { type ApiContext, type ApiServices, createApiContext, listEndpoints, toApiError } from "@rollcall/rpc";
import type { IdentifyCaller } from "./caller-guard.ts";
import { errorResponse } from "./error-response.ts";
import { LOOPBACK } from "./loopback.ts";
import { createRestHandler } from "./rest-handler.ts";
import { createTrpcHandler } from "./trpc-handler.ts";

/** What answers are made of. */
export interface Deployment {
  readonly services: ApiServices;
  readonly identify: IdentifyCaller;
}

/** One request of either part of the API. */
export interface EdgeRequest {
  readonly request: Request;
  /** Below the part's own, as in `/tenants`. */
  readonly path: string;
  /** @throws ApiError for headers that are not acceptable. */
  readonly createContext: () => ApiContext;
}

/** Answers requests to the API at a URL as the server does: tRPC under /trpc, REST under /api/v1. */
export function createEdge(url: string) {
  const base = new URL(url).pathname.replace(/\/$/, "");
  const trpc = { mount: `${base}/trpc`, handle: createTrpcHandler() };
  const rest = { mount: `${base}/api/v1`, handle: createRestHandler(listEndpoints()) };

  return async (request: Request, { services, identify }: Deployment): Promise<Response> => {
    const requestId = request.headers.get("x-request-id") ?? newId();
    const { pathname } = new URL(request.url);
    const isTrpc = pathname.startsWith(`${trpc.mount}/`);
    const { mount, handle } = isTrpc ? trpc : rest;
    const response = await answer().catch((error: unknown) => errorResponse(toApiError(error), { requestId, isTrpc }));
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Request-Id", requestId);
    return response;

    async function answer(): Promise<Response> {
      const path = pathname.slice(mount.length);
      const caller = await identify(request, { path, requestId });
      const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
      const consistency = request.headers.get("rollcall-consistency") ?? undefined;
      const createContext = () =>
        createApiContext(services, { caller, requestId, ipAddress: LOOPBACK, idempotencyKey, consistency });
      return await handle({ request, path, createContext });
    }
  };
}
