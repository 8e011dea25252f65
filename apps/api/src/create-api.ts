import { clientAddress, createFailureLimiter, secureHeaders } from "@rollcall/http";
import { type ApiServices, createOpenApiDocument, publicPaths } from "@rollcall/rpc";
import { assignRequestId, observeHttp } from "@rollcall/telemetry";
import express, { type Express } from "express";
import { allowOrigins } from "./access/allow-origins.ts";
import { createAuthenticate } from "./access/authenticate.ts";
import { limitRate } from "./access/limit-rate.ts";
import { createDenialRecorder } from "./access/record-denials.ts";
import { requestIdOf } from "./access/request-state.ts";
import { requireCaller } from "./access/require-caller.ts";
import { type ApiOptions, DEFAULT_RATE_LIMIT } from "./api-options.ts";
import { answerError } from "./answer/answer-error.ts";
import { notFound } from "./answer/not-found.ts";
import { documentRouter } from "./docs/document-router.ts";
import { restRouter } from "./procedures/rest-router.ts";
import { trpcRouter } from "./procedures/trpc-router.ts";

const REST_PATH = "/api/v1";

/**
 * The internal API as an Express app: tRPC under /trpc, the same procedures as REST under /api/v1, both by API key or
 * JWT; /openapi.json, /docs and health for everyone.
 */
export function createApi(options: ApiOptions): Express {
  const { health, metrics, version, logger, allowedOrigins = [], rateLimit = DEFAULT_RATE_LIMIT } = options;
  const onDenied = createDenialRecorder(options);
  const services: ApiServices = { ...options, onDenied };
  const open = publicPaths();
  const guard = requireCaller({
    authenticate: createAuthenticate(options),
    failures: createFailureLimiter(options.failureLimit),
    isPublic: (request) => open.has(request.path),
    onRefused: (entry, response) =>
      onDenied(entry, { requestId: requestIdOf(response), ipAddress: clientAddress(response.req) ?? null }),
  });
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", [...(options.trustedProxies ?? [])]);
  app.use(observeHttp(metrics, "api"), assignRequestId, secureHeaders());
  app.use(health);
  if (allowedOrigins.length > 0) app.use(allowOrigins(allowedOrigins));
  app.use(documentRouter(createOpenApiDocument({ baseUrl: REST_PATH, version })));
  const guards = [guard, limitRate(rateLimit)];
  app.use("/trpc", guards, trpcRouter(services, logger), notFound);
  app.use(REST_PATH, guards, restRouter(services, logger), notFound);
  app.use(notFound, answerError(logger));
  return app;
}
