import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../env.ts";
import { locateDataDir, openDataDir } from "../instance/data-dir.ts";
import { readInstance } from "../instance/instance-file.ts";
import { lockInstance } from "../instance/instance-lock.ts";
import { isAlive } from "../instance/is-alive.ts";
import { CliError } from "../output/cli-error.ts";
import { providePostgres } from "../start/provide-postgres.ts";

export interface StoredDatabase extends AsyncDisposable {
  readonly databaseUrl: string;
}

/**
 * The database of a Rollcall, running or not.
 * @throws CliError `not_running` when there is none.
 */
export async function openExistingDatabase(env: Environment): Promise<StoredDatabase> {
  const dataDir = locateDataDir(env.dataDir);
  const instance = readInstance(dataDir);
  const running = instance !== undefined && isAlive(instance.pid) ? instance.databaseUrl : undefined;
  const databaseUrl = env.databaseUrl ?? running;
  if (databaseUrl === undefined && !existsSync(join(dataDir, "data"))) {
    throw new CliError("not_running", `There is no database in ${dataDir}; name one in DATABASE_URL.`);
  }
  return await openStoppedDatabase({ ...env, databaseUrl });
}

/**
 * The database that `DATABASE_URL` names, else the embedded one of the data folder, which is started, and made if need be.
 * @throws CliError `already_running` when Rollcall runs on the data folder; and as `providePostgres` does.
 */
export async function openStoppedDatabase(env: Environment): Promise<StoredDatabase> {
  await using opened = new AsyncDisposableStack();
  let { databaseUrl } = env;
  if (databaseUrl === undefined) {
    const dataDir = openDataDir(env.dataDir);
    opened.use(await lockInstance(dataDir));
    ({ databaseUrl } = opened.use(await providePostgres(undefined, dataDir)));
  }
  const held = opened.move();
  return { databaseUrl, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

/** Where the pepper is, which no backup holds. */
export function pepperPlace(env: Environment): string {
  return env.pepper === undefined ? join(locateDataDir(env.dataDir), "secrets.json") : "ROLLCALL_PEPPER";
}
