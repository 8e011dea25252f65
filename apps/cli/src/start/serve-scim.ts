import { createScimFacade, createScimServer } from "@rollcall/scim-facade";
import { serve } from "./serve.ts";
import { isReady, listenSettings, type ServiceContext } from "./service-context.ts";

export interface ScimService {
  /** Where the SCIM facade listens, as in `http://127.0.0.1:4001/scim`. */
  readonly scimUrl: string;
  readonly close: () => Promise<void>;
}

/** Serves the SCIM facade from this process. @throws CliError `bad_setting` as `serve` does. */
export async function serveScim(
  context: ServiceContext,
  { port, sharesPort }: { readonly port: number; readonly sharesPort: boolean },
): Promise<ScimService> {
  const { env, database, peppers, metrics, logger } = context;
  const { place, server } = listenSettings(context);
  const { origin, close } = await serve({
    ...place,
    port,
    sharesPort,
    variable: "ROLLCALL_SCIM_PORT",
    createServer: (options) => createScimServer({ ...options, ...server }),
    createApp: (origin) =>
      createScimFacade({
        ...peppers,
        openDirectory: database.openDirectory,
        baseUrl: env.scimUrl ?? scimUrlAt(origin),
        limits: env.scimRateLimits,
        trustedProxies: env.trustedProxies,
        ready: () => isReady(context),
        metrics,
        logger: logger.child({ service: "scim-facade" }),
      }),
  });
  return { scimUrl: scimUrlAt(origin), close };
}

export function scimUrlAt(origin: string): string {
  return `${origin}/scim`;
}
