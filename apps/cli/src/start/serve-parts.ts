import type { Environment } from "../env.ts";
import type { FacadeOrder } from "./facades/duties.ts";
import { startFacades } from "./facades/start-facades.ts";
import { serveApi } from "./serve-api.ts";
import { type ScimService, serveScim } from "./serve-scim.ts";
import type { ServiceContext } from "./service-context.ts";

export interface Services extends AsyncDisposable {
  /** Where the SCIM facade listens, as in `http://127.0.0.1:4001/scim`; undefined when it does not run here. */
  readonly scimUrl: string | undefined;
  /** What identity providers are told to call. */
  readonly tenantUrl: string | undefined;
  /** As in `http://127.0.0.1:4000`; undefined when the API does not run here. */
  readonly apiUrl: string | undefined;
  /** Aborted, with one sentence as its reason, when SCIM cannot be served any more. */
  readonly failure: AbortSignal;
}

export type ProcessNeeds = Pick<FacadeOrder, "databaseUrl" | "maxConnections" | "logLevel">;

/** Whether SCIM is served by processes of its own. */
export function hasFacadeProcesses({ parts, workers }: Environment): boolean {
  return workers > 1 && parts.includes("scim");
}

/**
 * Serves the SCIM facade and the internal API, each on its port, as far as they are to run here.
 * @throws CliError `bad_setting` as `serve` does, and when the TLS files cannot be used.
 */
export async function serveParts(context: ServiceContext, needs: ProcessNeeds): Promise<Services> {
  const { env, peppers, logger, metrics } = context;
  const readOwnMetrics = () => metrics.registry.getMetricsAsJSON();
  const facades = hasFacadeProcesses(env)
    ? await startFacades({ ...needs, env, peppers, logger, readOwnMetrics })
    : undefined;
  const scim = facades ?? (await serveScimHere(context));
  const tenantUrl = env.scimUrl ?? scim?.scimUrl;
  const render = facades?.renderMetrics ?? metrics.render;
  try {
    const servesApi = env.parts.includes("api") && tenantUrl !== undefined;
    const api = servesApi ? await serveApi({ ...context, metrics: { ...metrics, render } }, tenantUrl) : undefined;
    return {
      scimUrl: scim?.scimUrl,
      tenantUrl,
      apiUrl: api?.origin,
      failure: facades?.failure ?? new AbortController().signal,
      async [Symbol.asyncDispose]() {
        await Promise.all([scim?.close(), api?.close()]);
      },
    };
  } catch (error) {
    await scim?.close();
    throw error;
  }
}

async function serveScimHere(context: ServiceContext): Promise<ScimService | undefined> {
  const { parts, scimPort } = context.env;
  return parts.includes("scim") ? await serveScim(context, { port: scimPort, sharesPort: false }) : undefined;
}
