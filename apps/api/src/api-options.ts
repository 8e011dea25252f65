import type { ApiServices } from "@rollcall/rpc";
import type { Logger, Metrics } from "@rollcall/telemetry";
import type { Router } from "express";
import type { JwtOptions } from "./access/jwt-authenticator.ts";

export interface ApiOptions extends Omit<ApiServices, "onDenied"> {
  /** The platform's own JWTs; without it only API keys are taken. */
  readonly jwt?: JwtOptions | undefined;
  /** Origins of web pages that may call the API from a browser. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Requests a minute of one credential; 0 for no limit. Default: DEFAULT_RATE_LIMIT. */
  readonly rateLimit?: number;
  /** Failed authentications a minute of one client address; 0 for no limit. Default: MAX_FAILED_AUTHENTICATIONS_PER_MINUTE. */
  readonly failureLimit?: number | undefined;
  /** Addresses and CIDR ranges of the proxies whose word on the client is taken. Default: none. */
  readonly trustedProxies?: readonly string[];
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Answers /livez, /readyz and /metrics. */
  readonly health: Router;
}

/** Far above what an honest service needs, far below what would keep others from being served. */
export const DEFAULT_RATE_LIMIT = 60_000;
