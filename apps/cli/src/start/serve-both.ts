import { createServer } from "node:http";
import { createScimServer } from "@rollcall/scim-facade";
import type { Composition } from "../compose.ts";
import type { Environment } from "../env.ts";
import { serve } from "./serve.ts";

/** Slow senders are cut off; load balancers, which keep idle connections for 60 s, are the ones to close them. */
const API_SERVER_OPTIONS = { headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };

export interface Services extends AsyncDisposable {
  /** Where the SCIM facade listens, as in `http://127.0.0.1:4001/scim`. */
  readonly scimUrl: string;
  /** What identity providers are told to call. */
  readonly tenantUrl: string;
  /** As in `http://127.0.0.1:4000`. */
  readonly apiUrl: string;
}

/** Serves the SCIM facade and the internal API, each on its port. @throws CliError `bad_setting` as `serve` does. */
export async function serveBoth(apps: Composition, env: Environment): Promise<Services> {
  const { host, apiPort, scimPort } = env;
  const scim = await serve({
    host,
    port: scimPort,
    variable: "ROLLCALL_SCIM_PORT",
    createServer: createScimServer,
    createApp: (origin) => apps.scimFacade(env.scimUrl ?? scimUrlAt(origin)),
  });
  const scimUrl = scimUrlAt(scim.origin);
  const tenantUrl = env.scimUrl ?? scimUrl;
  try {
    const api = await serve({
      host,
      port: apiPort,
      variable: "ROLLCALL_API_PORT",
      createServer: (listener) => createServer(API_SERVER_OPTIONS, listener),
      createApp: () => apps.api(tenantUrl),
    });
    const close = async () => {
      await Promise.all([scim.close(), api.close()]);
    };
    return { scimUrl, tenantUrl, apiUrl: api.origin, [Symbol.asyncDispose]: close };
  } catch (error) {
    await scim.close();
    throw error;
  }
}

function scimUrlAt(origin: string): string {
  return `${origin}/scim`;
}
