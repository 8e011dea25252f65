import { ApiError, appRouter, MAX_BATCH_SIZE, trpcResponseMeta } from "@rollcall/rpc";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { EdgeRequest } from "./create-edge.ts";
import { prepareRequest } from "./prepare-request.ts";

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
      responseMeta: trpcResponseMeta,
    });
  };
}
