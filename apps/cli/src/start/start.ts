import { migrate, openDatabase } from "@rollcall/database";
import { noRequest } from "@rollcall/domain";
import { createLogger } from "@rollcall/telemetry";
import { compose } from "../compose.ts";
import type { Environment } from "../env.ts";
import { openDataDir } from "../instance/data-dir.ts";
import { removeInstance, writeInstance } from "../instance/instance-file.ts";
import { lockInstance } from "../instance/instance-lock.ts";
import { say } from "../output/say.ts";
import { untilAborted } from "../process/until-aborted.ts";
import { watchStopSignals } from "../process/watch-stop-signals.ts";
import { announce } from "./announce.ts";
import { loadSecrets } from "./load-secrets.ts";
import { providePostgres } from "./provide-postgres.ts";
import { refuseKnownSecrets } from "./refuse-known-secrets.ts";
import { registerAdminKey } from "./register-admin-key.ts";
import { serveBoth } from "./serve-both.ts";

/**
 * Runs everything in this process until a signal says stop, then ends it in reverse order.
 * @throws CliError, SetupError of one sentence when it cannot start or when its Postgres ends; the rest is stopped first.
 */
export async function start(env: Environment): Promise<void> {
  const stop = watchStopSignals();
  const level = env.logLevel ?? (process.stdout.isTTY ? "warn" : "info");
  const logger = createLogger({ level, name: "rollcall", destination: process.stderr });

  await using running = new AsyncDisposableStack();
  const dataDir = openDataDir(env.dataDir);
  running.use(await lockInstance(dataDir));
  running.defer(() => removeInstance(dataDir));
  const { secrets, isFirstRun } = loadSecrets(dataDir);
  const { adminKey } = secrets;
  const peppers = { pepper: env.pepper ?? secrets.pepper, previousPepper: env.previousPepper };
  if (env.inProduction) refuseKnownSecrets({ ...peppers, databaseUrl: env.databaseUrl });

  const { databaseUrl, failure } = running.use(await providePostgres(env.databaseUrl, dataDir));
  if (stop.aborted) return;
  await migrate({ databaseUrl, onApplied: (name) => say(`migrated the database: ${name}`) });
  if (stop.aborted) return;
  const onIdleError = (error: Error) => logger.warn({ err: error }, "an idle connection to the database broke");
  const database = openDatabase({ databaseUrl, onIdleError, preparedStatements: env.preparedStatements });
  running.defer(() => database.close());
  await registerAdminKey({ apiKeys: database.openPlatform(noRequest).apiKeys, ...peppers }, adminKey);

  const parts = compose({ database, peppers, env, logger, stop });
  const worker = parts.startWorker();
  running.defer(() => worker.stop());
  const services = running.use(await serveBoth(parts, { env, logger }));
  const { scimUrl, apiUrl } = services;
  writeInstance(dataDir, { scimUrl, apiUrl, adminKey, databaseUrl, pid: process.pid });
  announce({ scimUrl, tenantUrl: services.tenantUrl, apiUrl, dataDir, newAdminKey: isFirstRun ? adminKey : undefined });

  await untilAborted(AbortSignal.any([stop, failure]));
  failure.throwIfAborted();
}
