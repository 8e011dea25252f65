import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { initialiseCluster } from "./initialise-cluster.ts";
import { materialiseBinaries } from "./materialise-binaries.ts";
import { acquireOwnership } from "./ownership-lock.ts";
import { persistentPassword } from "./persistent-password.ts";
import { reclaimDataDir } from "./reclaim-data-dir.ts";
import { chooseAccount, openToAccount } from "./run-as-account.ts";
import { launchServer, type ServerProcess } from "./server-process.ts";
import { serverSettings } from "./server-settings.ts";

export interface EmbeddedPostgresOptions {
  /** Where the data and the password live; created when missing. One running owner at a time. */
  stateDir: string;
  /** Where the Postgres binaries are unpacked; may be shared between clusters. Default: `stateDir`. */
  binariesDir?: string;
  /** TCP port on 127.0.0.1. Default: a free one, chosen at every start. */
  port?: number;
  /** Trades durability for speed: a crash may lose or corrupt everything. For tests only. */
  ephemeral?: boolean;
  /** Postgres settings (`name: value`) on top of ours. */
  settings?: Readonly<Record<string, string>>;
  /** Told, in one short phrase, when a long step begins: unpacking, initdb, recovery. */
  onProgress?: (message: string) => void;
  /** Called once when Postgres ends although nobody called `stop()`; nothing restarts it. */
  onExit?: (error: Error) => void;
}

export interface EmbeddedPostgres {
  /** Connection string of the superuser, with the password. Default database: `postgres`. */
  url(database?: string): string;
  readonly port: number;
  readonly pid: number;
  /** Disconnects every client, shuts down cleanly and frees the state directory. Safe to call again. */
  stop(): Promise<void>;
}

const SUPERUSER = "rollcall";

/**
 * Starts a real Postgres as a child process, creating the cluster on the first run.
 *
 * Survives `kill -9` of itself and of its owner: the next start stops an orphan and lets Postgres recover.
 *
 * @throws Error with one sentence fit for a person: already running on `stateDir`, platform without binaries,
 *   directory out of reach for the Postgres account, port taken, or what Postgres itself gave as the reason.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.stateDir, { recursive: true });
  const stateDir = realpathSync(options.stateDir);
  const ownership = await acquireOwnership(stateDir);
  try {
    return await start({ ...options, stateDir }, () => ownership.release());
  } catch (error) {
    ownership.release();
    throw error;
  }
}

async function start(options: EmbeddedPostgresOptions, release: () => void): Promise<EmbeddedPostgres> {
  const { stateDir, ephemeral = false, onProgress = () => {}, onExit = () => {} } = options;
  const dataDir = join(stateDir, "data");
  const account = chooseAccount(dataDir);
  const binariesDir = options.binariesDir ?? stateDir;
  if (account) openToAccount([stateDir, binariesDir], account);

  const binaries = await materialiseBinaries(binariesDir, onProgress);
  const password = persistentPassword(join(stateDir, "pg-password"));
  await initialiseCluster({
    dataDir,
    binaries,
    account,
    superuser: SUPERUSER,
    password,
    ephemeral,
    onProgress,
  });
  await reclaimDataDir(dataDir, onProgress);

  const settings = serverSettings(ephemeral, options.settings);
  const server = await launchServer({
    dataDir,
    binaries,
    account,
    settings,
    port: options.port,
    onProgress,
  });
  const ended = afterExit(server, release, onExit);
  return {
    url: (database = "postgres") =>
      `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`,
    port: server.port,
    pid: server.pid,
    async stop() {
      server.stop();
      await ended;
    },
  };
}

async function afterExit(server: ServerProcess, release: () => void, onExit: (error: Error) => void): Promise<void> {
  const error = await server.exited;
  release();
  if (error) onExit(error);
}
