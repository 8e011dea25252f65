import { createOpenApiDocument } from "@rollcall/rpc";
import { assignRequestId, observeHttp } from "@rollcall/telemetry";
import express, { type Express } from "express";
import { requireApiKey } from "./access/require-api-key.ts";
import type { ApiOptions } from "./api-options.ts";
import { answerError } from "./answer/answer-error.ts";
import { notFound } from "./answer/not-found.ts";
import { secureHeaders } from "./answer/secure-headers.ts";
import { documentRouter } from "./docs/document-router.ts";
import { restRouter } from "./procedures/rest-router.ts";
import { trpcRouter } from "./procedures/trpc-router.ts";

const REST_PATH = "/api/v1";

/**
 * The internal API as an Express app: tRPC under /trpc, the same procedures as REST under /api/v1, both by API key;
 * /openapi.json, /docs and health for everyone.
 */
export function createApi(options: ApiOptions): Express {
  const { health, metrics, version } = options;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(observeHttp(metrics, "api"), assignRequestId, secureHeaders());
  app.use(health);
  app.use(documentRouter(createOpenApiDocument({ baseUrl: REST_PATH, version })));
  app.use("/trpc", requireApiKey(options), trpcRouter(options), notFound);
  app.use(REST_PATH, requireApiKey(options), restRouter(options), notFound);
  app.use(notFound, answerError(options.logger));
  return app;
}
