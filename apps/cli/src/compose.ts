import type { RequestListener } from "node:http";
import { createApi } from "@rollcall/api";
import type { Database } from "@rollcall/database";
import type { Peppers } from "@rollcall/domain";
import { createScimFacade } from "@rollcall/scim-facade";
import { createMetrics, healthRouter, type Logger } from "@rollcall/telemetry";
import { startWorker, type Worker } from "@rollcall/worker";
import type { Environment } from "./env.ts";
import { version } from "./version.ts";

export interface Parts {
  readonly database: Database;
  readonly peppers: Peppers;
  readonly env: Pick<Environment, "trustedProxies" | "scimRateLimits" | "api">;
  readonly logger: Logger;
  /** From then on the process is not ready for requests. */
  readonly stop: AbortSignal;
}

export interface Composition {
  scimFacade(tenantUrl: string): RequestListener;
  api(tenantUrl: string): RequestListener;
  startWorker(): Worker;
}

/** Everything that one process runs, over one database. Nothing runs before it is asked to. */
export function compose({ database, peppers, env, logger, stop }: Parts): Composition {
  const { openDirectory, openPlatform, sequencer, retention } = database;
  const metrics = createMetrics();
  const ready = async () => !stop.aborted && (await database.isReady());
  return {
    scimFacade: (baseUrl) =>
      createScimFacade({
        openDirectory,
        ...peppers,
        baseUrl,
        limits: env.scimRateLimits,
        trustedProxies: env.trustedProxies,
        ready,
        metrics,
        logger: logger.child({ service: "scim-facade" }),
      }),
    api: (scimUrl) =>
      createApi({
        ...env.api,
        openPlatform,
        openDirectory,
        ...peppers,
        scimUrl,
        trustedProxies: env.trustedProxies,
        version,
        metrics,
        logger: logger.child({ service: "api" }),
        health: healthRouter({ ready, metrics }),
      }),
    startWorker: () => startWorker({ sequencer, retention, logger: logger.child({ service: "worker" }) }),
  };
}
