import { createTokenAuthenticator, type OpenDirectory } from "@rollcall/domain";
import { ScimError } from "@rollcall/scim";
import { assignRequestId, healthRouter, type Logger, type Metrics, observeHttp } from "@rollcall/telemetry";
import express, { type ErrorRequestHandler, type Express, type RequestHandler, Router } from "express";
import { endpoints } from "./endpoints.ts";
import { authenticate, type AuthenticateToken } from "./http/authenticate.ts";
import { handle } from "./http/handle.ts";
import { sendError } from "./http/send.ts";
import { toScimError } from "./http/to-scim-error.ts";
import { createTenantTypes } from "./tenant-types/create-tenant-types.ts";

export interface ScimFacadeOptions {
  readonly openDirectory: OpenDirectory;
  /** What token digests are made with; kept outside the database. */
  readonly pepper: string;
  /** The facade's public URL, such as `https://scim.example.com/scim`: the Tenant URL of every connection. */
  readonly baseUrl: string;
  readonly ready: () => Promise<boolean>;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** One URL serves all tenants, under both of its usual spellings. */
const BASE_PATHS = ["/scim/v2", "/scim"];

/** The SCIM facade as an Express application; whoever made it serves it. */
export function createScimFacade(options: ScimFacadeOptions): Express {
  const { openDirectory, pepper, baseUrl, ready, logger, metrics } = options;
  const authenticateToken = createTokenAuthenticator({
    openDirectory,
    pepper,
    onTouchError: (error) => logger.warn({ err: error }, "could not note the use of a token"),
  });
  const tenantTypes = createTenantTypes();
  const scim = Router();
  for (const [path, endpoint] of Object.entries(endpoints)) {
    scim.all(path, handle(endpoint, { openDirectory, authenticateToken, tenantTypes, baseUrl, logger }));
  }

  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", false);
  app.use(observeHttp(metrics, "scim-facade"), assignRequestId);
  app.use(healthRouter({ ready, metrics }));
  app.use(BASE_PATHS, scim);
  app.use(nothingHere(authenticateToken));
  app.use(answerErrors(logger));
  return app;
}

/** A stranger is not even told which paths exist. */
function nothingHere(authenticateToken: AuthenticateToken): RequestHandler {
  return async (request) => {
    await authenticate(request, authenticateToken);
    throw new ScimError("notFound", "There is no such endpoint.");
  };
}

function answerErrors(logger: Logger): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- Express knows error handlers by their four parameters.
  return (error: unknown, request, response, _next) => {
    const scimError = toScimError(error);
    // What is not supported is no fault.
    const isFault = scimError.status >= 500 && scimError.code !== "notImplemented";
    if (isFault) logger.error({ err: error, requestId: response.locals.requestId }, "request failed");
    sendError(request, response, scimError);
  };
}
