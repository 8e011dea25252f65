import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, RequestHandler } from "express";
import type { Metrics } from "./metrics.ts";

/** One label for whatever no route answers: paths are the client's to choose. */
export const UNMATCHED_ROUTE = "unmatched";

export interface ObservedExchange {
  readonly service: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The pattern that matched, never the path: an id in a label would make a series per resource. */
  readonly route: () => string;
}

/** Records the duration of a response that has just begun, under its route. */
export function observeResponse(
  { httpRequestDuration }: Metrics,
  { service, request, response, route }: ObservedExchange,
): void {
  const startedAt = performance.now();
  // "close" and not "finish": a client that went away counts too.
  response.once("close", () => {
    const labels = { service, method: request.method ?? "", route: route(), status: response.statusCode };
    httpRequestDuration.observe(labels, (performance.now() - startedAt) / MS_PER_SECOND);
  });
}

/** Express middleware, to be mounted first: records every response's duration under its route. */
export function observeHttp(metrics: Metrics, service: string): RequestHandler {
  return (request, response, next) => {
    observeResponse(metrics, { service, request, response, route: () => routeOf(request) });
    next();
  };
}

function routeOf(request: Request): string {
  const route: { path: unknown } | undefined = request.route;
  return route ? `${request.baseUrl}${String(route.path)}` : UNMATCHED_ROUTE;
}

const MS_PER_SECOND = 1_000;
