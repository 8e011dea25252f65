import type { Request, RequestHandler } from "express";
import type { Metrics } from "./metrics.ts";

/** One label for whatever no route answers: paths are the client's to choose. */
const UNMATCHED_ROUTE = "unmatched";

/** Express middleware, to be mounted first: records every response's duration under its route. */
export function observeHttp({ httpRequestDuration }: Metrics, service: string): RequestHandler {
  return (request, response, next) => {
    const stop = httpRequestDuration.startTimer({ service, method: request.method });
    // "close" and not "finish": a client that went away counts too.
    response.once("close", () => stop({ route: routeOf(request), status: response.statusCode }));
    next();
  };
}

/** The pattern that matched, never the path: an id in a label would make a series per resource. */
function routeOf(request: Request): string {
  const route: { path: unknown } | undefined = request.route;
  return route ? `${request.baseUrl}${String(route.path)}` : UNMATCHED_ROUTE;
}
