import { type Response, Router } from "express";
import type { Metrics } from "./metrics.ts";

export interface HealthOptions {
  /** Whether requests can be served now; a rejection counts as no. */
  ready: () => Promise<boolean>;
  metrics: Metrics;
}

type Status = "alive" | "ready" | "unavailable";

/** All that `healthRouter` answers. */
export const HEALTH_PATHS = ["/livez", "/readyz", "/metrics"] as const;

/**
 * Express router with
 * - `GET /livez`: 200 as long as the process can answer, whatever its database does
 * - `GET /readyz`: 200 or 503, by `ready`
 * - `GET /metrics`: Prometheus text
 */
export function healthRouter({ ready, metrics: { registry, render } }: HealthOptions): Router {
  const router = Router();
  router.get("/livez", (_request, response) => send(response, "alive"));
  router.get("/readyz", async (_request, response) => {
    const isReady = await ready().catch(() => false);
    send(response, isReady ? "ready" : "unavailable");
  });
  router.get("/metrics", async (_request, response) => {
    response
      .set("Cache-Control", "no-store")
      .type(registry.contentType)
      .send(await render());
  });
  return router;
}

function send(response: Response, status: Status): void {
  response
    .status(status === "unavailable" ? 503 : 200)
    .set("Cache-Control", "no-store")
    .json({ status });
}
