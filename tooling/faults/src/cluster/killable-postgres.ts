import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defaultDataDir, type EmbeddedPostgres, startEmbeddedPostgres } from "@rollcall/database";

/** A Postgres with all its durability that can be killed and comes back with its data, on the same port. */
export interface KillablePostgres extends AsyncDisposable {
  /** Connection string of a superuser who reaches it through another port, as that of a proxy. */
  urlThrough(port: number): string;
  readonly port: number;
  /** kill -9 of the server and of every process it has. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, and waits until it has recovered; otherwise does nothing. */
  revive(): Promise<void>;
}

const REPO_ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** @param stateDir where the cluster lives; the binaries are those that `npm start` and the tests unpack. */
export async function startKillablePostgres(stateDir: string): Promise<KillablePostgres> {
  const binariesDir = defaultDataDir(REPO_ROOT);
  let ended = Promise.withResolvers<Error>();
  let running: EmbeddedPostgres | undefined = await startEmbeddedPostgres({
    stateDir,
    binariesDir,
    onExit: (error) => ended.resolve(error),
  });
  const { port } = running;
  const superuser = running.url();
  return {
    port,
    urlThrough: (proxyPort) => superuser.replace(`:${port}/`, `:${proxyPort}/`),
    async kill() {
      if (running === undefined) return;
      for (const pid of [running.pid, ...childrenOf(running.pid)]) killIfAlive(pid);
      running = undefined;
      await ended.promise;
    },
    async revive() {
      if (running !== undefined) return;
      ended = Promise.withResolvers();
      running = await startEmbeddedPostgres({ stateDir, binariesDir, port, onExit: (error) => ended.resolve(error) });
    },
    async [Symbol.asyncDispose]() {
      await running?.stop();
    },
  };
}

/** See proc_pid_children(5). Each child of the server is one of its processes. */
function childrenOf(pid: number): number[] {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return list === "" ? [] : list.split(" ").map(Number);
}

/** A child may have ended meanwhile. */
function killIfAlive(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
