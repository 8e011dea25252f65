import { createTokenAuthenticator, type OpenDirectory, type Peppers } from "@rollcall/domain";
import { OverloadError, secureHeaders } from "@rollcall/http";
import { ScimError } from "@rollcall/scim";
import { assignRequestId, healthRouter, type Logger, type Metrics, observeHttp } from "@rollcall/telemetry";
import express, { type ErrorRequestHandler, type Express, type RequestHandler, Router } from "express";
import { endpoints } from "./endpoints.ts";
import { authenticate, type Guard } from "./http/authenticate.ts";
import { handle } from "./http/handle.ts";
import { DEFAULT_TRAFFIC_LIMITS, type TrafficLimits } from "./http/limits.ts";
import { createReceiveBody } from "./http/receive-body.ts";
import { createRefusalRecorder } from "./http/record-refusals.ts";
import { refuseBadUrl } from "./http/refuse-bad-url.ts";
import { sendError } from "./http/send.ts";
import { toScimError } from "./http/to-scim-error.ts";
import { createTraffic } from "./http/traffic.ts";
import { createTenantTypes } from "./tenant-types/create-tenant-types.ts";

export interface ScimFacadeOptions extends Peppers {
  readonly openDirectory: OpenDirectory;
  /** The facade's public URL, such as `https://scim.example.com/scim`: the Tenant URL of every connection. */
  readonly baseUrl: string;
  /** Default: DEFAULT_TRAFFIC_LIMITS. */
  readonly limits?: Partial<TrafficLimits>;
  /** Addresses and CIDR ranges of the proxies whose word on the client is taken. Default: none. */
  readonly trustedProxies?: readonly string[];
  readonly ready: () => Promise<boolean>;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** One URL serves all tenants, under both of its usual spellings. */
const BASE_PATHS = ["/scim/v2", "/scim"];

/** The SCIM facade as an Express application; whoever made it serves it. */
export function createScimFacade(options: ScimFacadeOptions): Express {
  const { pepper, previousPepper, baseUrl, ready, logger, metrics } = options;
  // Identity providers see what they made themselves, whoever opens a directory here.
  const openDirectory: OpenDirectory = (tenantId, rest) => options.openDirectory(tenantId, { ...rest, sees: "idp" });
  const authenticateToken = createTokenAuthenticator({
    openDirectory,
    pepper,
    previousPepper,
    onTouchError: (error) => logger.warn({ err: error }, "could not note the use of a token, or renew its digest"),
  });
  const handlerOptions = {
    openDirectory,
    authenticateToken,
    recordRefusal: createRefusalRecorder({ openDirectory, logger }),
    traffic: createTraffic({ ...DEFAULT_TRAFFIC_LIMITS, ...options.limits }),
    receiveBody: createReceiveBody(),
    tenantTypes: createTenantTypes(),
    baseUrl,
    logger,
  };
  const scim = Router();
  for (const [path, endpoint] of Object.entries(endpoints)) {
    scim.all(path, handle(endpoint, handlerOptions));
  }

  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", false);
  app.set("trust proxy", [...(options.trustedProxies ?? [])]);
  app.use(observeHttp(metrics, "scim-facade"), assignRequestId, secureHeaders({ serves: "data" }), refuseBadUrl);
  app.use(healthRouter({ ready, metrics }));
  app.use(BASE_PATHS, scim);
  app.use(nothingHere(handlerOptions));
  app.use(answerErrors(logger));
  return app;
}

/** A stranger is not even told which paths exist. */
function nothingHere(guard: Guard): RequestHandler {
  return async (request, response) => {
    await authenticate(request, response, guard);
    throw new ScimError("notFound", "There is no such endpoint.");
  };
}

function answerErrors(logger: Logger): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- Express knows error handlers by their four parameters.
  return (error: unknown, request, response, _next) => {
    const scimError = toScimError(error);
    // What is not supported is no fault, and a log of all that was turned away would only add to the load.
    const isFault = scimError.status >= 500 && scimError.code !== "notImplemented" && !(error instanceof OverloadError);
    if (isFault) logger.error({ err: error, requestId: response.locals.requestId }, "request failed");
    sendError(request, response, scimError);
  };
}
