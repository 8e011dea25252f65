import { type ApiServices, appRouter, MAX_BATCH_SIZE, toApiError, trpcResponseMeta } from "@rollcall/rpc";
import type { Logger } from "@rollcall/telemetry";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { Router } from "express";
import { logFailure } from "../answer/log-failure.ts";
import { checkUrl } from "./check-url.ts";
import { createContext } from "./create-context.ts";
import { readJsonBody } from "./read-json-body.ts";

/** The procedures as tRPC: one segment, which names one procedure or several with commas between. */
export function trpcRouter(services: ApiServices, logger: Logger): Router {
  const handler = createExpressMiddleware({
    router: appRouter,
    createContext: ({ req, res }) => createContext(services, req, res),
    maxBatchSize: MAX_BATCH_SIZE,
    responseMeta: trpcResponseMeta,
    onError: ({ error, ctx, path }) =>
      logFailure(logger, toApiError(error), { requestId: ctx?.requestId, procedure: path }),
  });
  const router = Router();
  router.all("/:procedures", checkUrl([]), readJsonBody, handler);
  return router;
}
