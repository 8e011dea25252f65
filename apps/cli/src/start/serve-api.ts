import { createApi } from "@rollcall/api";
import { createHttpServer } from "@rollcall/http";
import { healthRouter } from "@rollcall/telemetry";
import { version } from "../version.ts";
import { type HttpService, serve } from "./serve.ts";
import { isReady, listenSettings, type ServiceContext } from "./service-context.ts";

/** Serves the internal API. @throws CliError `bad_setting` as `serve` does. */
export async function serveApi(context: ServiceContext, tenantUrl: string): Promise<HttpService> {
  const { env, database, peppers, metrics, logger } = context;
  const { place, server } = listenSettings(context);
  return await serve({
    ...place,
    port: env.apiPort,
    variable: "ROLLCALL_API_PORT",
    createServer: (options) => createHttpServer({ ...options, ...server }),
    createApp: () =>
      createApi({
        ...env.api,
        ...peppers,
        openPlatform: database.openPlatform,
        openDirectory: database.openDirectory,
        scimUrl: tenantUrl,
        trustedProxies: env.trustedProxies,
        version,
        metrics,
        logger: logger.child({ service: "api" }),
        health: healthRouter({ ready: () => isReady(context), metrics }),
      }),
  });
}
