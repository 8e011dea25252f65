import { type ApiServices, appRouter, toApiError } from "@rollcall/rpc";
import type { Logger } from "@rollcall/telemetry";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { Router } from "express";
import { logFailure } from "../answer/log-failure.ts";
import { retryHeaders } from "../answer/retry-headers.ts";
import { checkInput, refuseDoubledKeys } from "./check-query.ts";
import { createContext } from "./create-context.ts";
import { MAX_BATCH_SIZE } from "./limits.ts";
import { readJsonBody } from "./read-json-body.ts";

/** The procedures as tRPC: one segment, which names one procedure or several with commas between. */
export function trpcRouter(services: ApiServices, logger: Logger): Router {
  const handler = createExpressMiddleware({
    router: appRouter,
    createContext: ({ req, res }) => createContext(services, req, res),
    maxBatchSize: MAX_BATCH_SIZE,
    responseMeta: ({ errors }) => {
      const retried = errors.map(toApiError).find(({ code }) => code === "SERVICE_UNAVAILABLE");
      return { headers: retryHeaders(retried) };
    },
    onError: ({ error, ctx, path }) =>
      logFailure(logger, toApiError(error), { requestId: ctx?.requestId, procedure: path }),
  });
  const router = Router();
  router.all("/:procedures", refuseDoubledKeys(new Set()), checkInput, readJsonBody, handler);
  return router;
}
