import type { RequestListener } from "node:http";
import { createTokenAuthenticator, type OpenDirectory, type Peppers } from "@rollcall/domain";
import { createClientReader, createFailureLimiter } from "@rollcall/http";
import type { Logger, Metrics } from "@rollcall/telemetry";
import { endpoints } from "./endpoints.ts";
import { answer } from "./http/answer.ts";
import { createOpenExchange } from "./http/exchange.ts";
import { createHealthApp, isHealthCheck } from "./http/health-app.ts";
import { DEFAULT_TRAFFIC_LIMITS, type TrafficLimits } from "./http/limits.ts";
import { createReceiveBody } from "./http/receive-body.ts";
import { createRefusalRecorder } from "./http/record-refusals.ts";
import { pathOf } from "./http/request-url.ts";
import { createRouteTable } from "./http/route-table.ts";
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

/** The SCIM facade: answers the requests of whichever server it is given to. */
export function createScimFacade(options: ScimFacadeOptions): RequestListener {
  const { trustedProxies = [], baseUrl, ready, logger, metrics } = options;
  const clients = createClientReader(trustedProxies);
  const openExchange = createOpenExchange(clients);
  const findRoute = createRouteTable(BASE_PATHS, endpoints);
  const health = createHealthApp({ ready, metrics, trustedProxies, openExchange, logger });
  // Identity providers see what they made themselves, whoever opens a directory here.
  const openDirectory: OpenDirectory = (tenantId, rest) => options.openDirectory(tenantId, { ...rest, sees: "idp" });
  const limits = { ...DEFAULT_TRAFFIC_LIMITS, ...options.limits };
  const answerOptions = {
    clients,
    failures: createFailureLimiter(limits.failedAuthenticationsPerMinute),
    openDirectory,
    authenticateToken: createTokenAuthenticator({
      openDirectory,
      pepper: options.pepper,
      previousPepper: options.previousPepper,
      onTouchError: (error) => logger.warn({ err: error }, "could not note the use of a token, or renew its digest"),
    }),
    recordRefusal: createRefusalRecorder({ openDirectory, clients, logger }),
    traffic: createTraffic(limits),
    receiveBody: createReceiveBody(),
    tenantTypes: createTenantTypes(),
    baseUrl,
    logger,
    metrics,
  };

  return (request, response) => {
    const path = pathOf(request.url ?? "");
    const match = findRoute(path);
    if (match === undefined && isHealthCheck(request.method, path)) health(request, response);
    else void answer(openExchange(request, response), match, answerOptions);
  };
}
