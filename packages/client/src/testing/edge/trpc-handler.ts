import { ApiError, appRouter, toApiError } from "@rollcall/rpc";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { EdgeRequest } from "./create-edge.ts";
import { retryHeaders } from "./error-response.ts";
import { prepareRequest } from "./prepare-request.ts";

/** Calls in one request. */
const MAX_BATCH_SIZE = 20;

/** The procedures as tRPC: one segment, which names one procedure or several with commas between. */
export function createTrpcHandler() {
  return async ({ request, path, createContext }: EdgeRequest): Promise<Response> => {
    if (!/^\/[^/]+$/.test(path)) throw new ApiError("unknown_path");
    return await fetchRequestHandler({
      endpoint: "",
      req: await prepareRequest(request, { path, lists: [] }),
      router: appRouter,
      createContext,
      maxBatchSize: MAX_BATCH_SIZE,
      responseMeta: ({ errors }) => ({
        headers: retryHeaders(errors.map(toApiError).find(({ code }) => code === "SERVICE_UNAVAILABLE")),
      }),
    });
  };
}
