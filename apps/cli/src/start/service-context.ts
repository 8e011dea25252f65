import type { Database } from "@rollcall/database";
import type { Peppers } from "@rollcall/domain";
import { readTls } from "@rollcall/http";
import type { Logger, Metrics } from "@rollcall/telemetry";
import type { Environment } from "../env.ts";
import { CliError } from "../output/cli-error.ts";
import type { ServeOptions } from "./serve.ts";

/** What the services of one process are made of. */
export interface ServiceContext {
  readonly env: Environment;
  readonly database: Database;
  readonly peppers: Peppers;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** From then on the process is not ready for requests. */
  readonly stop: AbortSignal;
}

/** Whether requests can be served now. */
export async function isReady({ database, stop }: ServiceContext): Promise<boolean> {
  return !stop.aborted && (await database.isReady());
}

/** How each service of a deployment listens. @throws CliError `bad_setting` when the TLS files cannot be used. */
export function listenSettings({ env, logger }: Pick<ServiceContext, "env" | "logger">) {
  const { host, drainMs, tls } = env;
  checkTls(env);
  const onTlsError = (error: unknown) => logger.error({ err: error }, "the changed TLS files cannot be used");
  return {
    place: { host, drainMs, overTls: tls !== undefined } satisfies Partial<ServeOptions>,
    server: { tls, onTlsError },
  };
}

function checkTls({ tls }: Pick<Environment, "tls">): void {
  if (tls === undefined) return;
  try {
    readTls(tls);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const sentence = `The files of ROLLCALL_TLS_CERT_FILE and ROLLCALL_TLS_KEY_FILE cannot be used: ${reason}`;
    throw new CliError("bad_setting", sentence, { cause: error });
  }
}
