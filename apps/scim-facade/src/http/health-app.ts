import { secureHeaders } from "@rollcall/http";
import {
  assignRequestId,
  HEALTH_PATHS,
  type HealthOptions,
  healthRouter,
  type Logger,
  observeHttp,
} from "@rollcall/telemetry";
import express, { type ErrorRequestHandler, type Express } from "express";
import { answerError, SERVICE } from "./answer.ts";
import type { OpenExchange } from "./exchange.ts";

export interface HealthAppOptions extends HealthOptions {
  readonly trustedProxies: readonly string[];
  readonly openExchange: OpenExchange;
  readonly logger: Logger;
}

const HEALTH_PATH = new RegExp(`^(?:${HEALTH_PATHS.join("|")})/?$`, "i");

/** Whether a request is for `healthApp`. */
export function isHealthCheck(method: string | undefined, path: string): boolean {
  return (method === "GET" || method === "HEAD") && HEALTH_PATH.test(path);
}

/** What operators ask, as an Express application; it answers nothing else. */
export function createHealthApp({ trustedProxies, openExchange, logger, ...health }: HealthAppOptions): Express {
  // oxlint-disable-next-line max-params -- Express knows error handlers by their four parameters.
  const answerFailure: ErrorRequestHandler = (error: unknown, request, response, _next) =>
    answerError(openExchange(request, response), error, logger);
  return express()
    .disable("x-powered-by")
    .disable("etag")
    .set("trust proxy", [...trustedProxies])
    .use(observeHttp(health.metrics, SERVICE), assignRequestId, secureHeaders({ serves: "data" }))
    .use(healthRouter(health), answerFailure);
}
