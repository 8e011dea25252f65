import { createHttpServer, readTls, type TlsFiles } from "@rollcall/http";
import { createScimServer } from "@rollcall/scim-facade";
import type { Logger } from "@rollcall/telemetry";
import type { Composition } from "../compose.ts";
import type { Environment } from "../env.ts";
import { CliError } from "../output/cli-error.ts";
import { serve } from "./serve.ts";

export interface Services extends AsyncDisposable {
  /** Where the SCIM facade listens, as in `http://127.0.0.1:4001/scim`. */
  readonly scimUrl: string;
  /** What identity providers are told to call. */
  readonly tenantUrl: string;
  /** As in `http://127.0.0.1:4000`. */
  readonly apiUrl: string;
}

export interface ServeBothOptions {
  readonly env: Environment;
  readonly logger: Logger;
}

/**
 * Serves the SCIM facade and the internal API, each on its port.
 * @throws CliError `bad_setting` as `serve` does, and when the TLS files cannot be used.
 */
export async function serveBoth(apps: Composition, { env, logger }: ServeBothOptions): Promise<Services> {
  const { host, apiPort, scimPort, tls, drainMs } = env;
  if (tls !== undefined) checkTls(tls);
  const onTlsError = (error: unknown) => logger.error({ err: error }, "the changed TLS files cannot be used");
  const common = { host, drainMs, overTls: tls !== undefined };
  const scim = await serve({
    ...common,
    port: scimPort,
    variable: "ROLLCALL_SCIM_PORT",
    createServer: (options) => createScimServer({ ...options, tls, onTlsError }),
    createApp: (origin) => apps.scimFacade(env.scimUrl ?? scimUrlAt(origin)),
  });
  const scimUrl = scimUrlAt(scim.origin);
  const tenantUrl = env.scimUrl ?? scimUrl;
  try {
    const api = await serve({
      ...common,
      port: apiPort,
      variable: "ROLLCALL_API_PORT",
      createServer: (options) => createHttpServer({ ...options, tls, onTlsError }),
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

function checkTls(files: TlsFiles): void {
  try {
    readTls(files);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const sentence = `The files of ROLLCALL_TLS_CERT_FILE and ROLLCALL_TLS_KEY_FILE cannot be used: ${reason}`;
    throw new CliError("bad_setting", sentence, { cause: error });
  }
}
