import { checkMigrated, migrate } from "@rollcall/database";
import { noRequest, type Peppers } from "@rollcall/domain";
import { createLogger, createMetrics } from "@rollcall/telemetry";
import { startWorker } from "@rollcall/worker";
import type { Environment } from "../env.ts";
import { locateDataDir } from "../instance/data-dir.ts";
import { writeInstance } from "../instance/instance-file.ts";
import { CliError } from "../output/cli-error.ts";
import { say } from "../output/say.ts";
import { untilAborted } from "../process/until-aborted.ts";
import { watchStopSignals } from "../process/watch-stop-signals.ts";
import { announce } from "./announce.ts";
import { checkParts, isWhole } from "./check-parts.ts";
import { type Home, openHome } from "./open-home.ts";
import { openWatchedDatabase } from "./open-watched-database.ts";
import { providePostgres } from "./provide-postgres.ts";
import { refuseKnownSecrets } from "./refuse-known-secrets.ts";
import { registerAdminKey } from "./register-admin-key.ts";
import { hasFacadeProcesses, serveParts } from "./serve-parts.ts";
import { shareConnections } from "./share-connections.ts";

/**
 * Runs what the environment says until a signal says stop, then ends it in reverse order.
 * @throws CliError, SetupError of one sentence when it cannot start or when its Postgres ends; the rest is stopped first.
 */
export async function start(env: Environment): Promise<void> {
  checkParts(env);
  const stop = watchStopSignals();
  const logLevel = env.logLevel ?? (process.stdout.isTTY ? "warn" : "info");
  const logger = createLogger({ level: logLevel, name: "rollcall", destination: process.stderr });

  await using running = new AsyncDisposableStack();
  const home = env.parts.includes("api") ? running.use(await openHome(env.dataDir)) : undefined;
  const peppers = choosePeppers(env, home);
  if (env.inProduction) refuseKnownSecrets({ ...peppers, databaseUrl: env.databaseUrl });

  const dataDir = home?.dataDir ?? locateDataDir(env.dataDir);
  const { databaseUrl, failure } = running.use(await providePostgres(env.databaseUrl, dataDir));
  if (stop.aborted) return;
  if (isWhole(env)) await migrate({ databaseUrl, onApplied: (name) => say(`migrated the database: ${name}`) });
  else await checkMigrated(databaseUrl);
  if (stop.aborted) return;
  const maxConnections = await shareConnections({
    databaseUrl,
    processes: processesOf(env),
    total: env.databaseConnections,
  });
  const database = openWatchedDatabase(env, { databaseUrl, maxConnections, logger });
  running.defer(() => database.close());
  const { apiKeys } = database.openPlatform(noRequest);
  if (home !== undefined) await registerAdminKey({ apiKeys, ...peppers }, home.secrets.adminKey);

  if (env.parts.includes("jobs")) {
    const worker = startWorker({ ...database, logger: logger.child({ service: "worker" }) });
    running.defer(() => worker.stop());
  }
  const metrics = createMetrics(hasFacadeProcesses(env) ? { process: "main" } : {});
  const context = { env, database, peppers, logger, metrics, stop };
  const serving = serveParts(context, { databaseUrl, maxConnections, logLevel });
  const services = running.use(await serving.catch(unless(stop)));
  if (services === null) return;
  const { scimUrl, apiUrl, tenantUrl } = services;
  const adminKey = home?.secrets.adminKey;
  if (apiUrl !== undefined && adminKey !== undefined) {
    writeInstance(dataDir, { scimUrl, apiUrl, adminKey, databaseUrl, pid: process.pid });
  }
  const newAdminKey = home?.isFirstRun ? adminKey : undefined;
  announce({ scimUrl, tenantUrl, apiUrl, dataDir: home?.dataDir, newAdminKey });

  const failed = AbortSignal.any([failure, services.failure]);
  await untilAborted(AbortSignal.any([stop, failed]));
  failed.throwIfAborted();
}

/** Whoever said stop does not want to hear that something did not start any more. */
function unless(stop: AbortSignal): (error: unknown) => null {
  return (error) => {
    if (stop.aborted) return null;
    throw error;
  };
}

/** Parts that run apart must not each make a pepper of their own. */
function choosePeppers(env: Environment, home: Home | undefined): Peppers {
  const pepper = env.pepper ?? home?.secrets.pepper;
  if (pepper === undefined) throw new CliError("bad_setting", "ROLLCALL_PEPPER is not set.");
  return { pepper, previousPepper: env.previousPepper };
}

/** How many processes have connections to Postgres. */
function processesOf(env: Environment): number {
  if (!hasFacadeProcesses(env)) return 1;
  const hasOthers = env.parts.some((part) => part !== "scim");
  return env.workers + (hasOthers ? 1 : 0);
}
