import { appRouter } from "@rollcall/rpc";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { Router } from "express";
import { logFailure } from "../answer/log-failure.ts";
import { retryHeaders } from "../answer/retry-headers.ts";
import type { ApiOptions } from "../api-options.ts";
import { createContext } from "./create-context.ts";
import { MAX_BATCH_SIZE, MAX_BODY_BYTES } from "./limits.ts";

/** The procedures as tRPC: one segment, which names one procedure or several with commas between. */
export function trpcRouter(options: ApiOptions): Router {
  const handler = createExpressMiddleware({
    router: appRouter,
    createContext: ({ res }) => createContext(options, res),
    maxBodySize: MAX_BODY_BYTES,
    maxBatchSize: MAX_BATCH_SIZE,
    responseMeta: ({ errors }) => ({
      headers: retryHeaders(errors.find(({ code }) => code === "SERVICE_UNAVAILABLE")),
    }),
    onError: ({ error, ctx, path }) =>
      logFailure(options.logger, error, { requestId: ctx?.requestId, procedure: path }),
  });
  const router = Router();
  router.all("/:procedures", handler);
  return router;
}
