import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { postgresEnv } from "./postgres-env.ts";
import { postgresReason } from "./postgres-reason.ts";
import type { Account } from "./run-as-account.ts";

export interface ServerOptions {
  dataDir: string;
  /** Directory with `bin/postgres`. */
  binaries: string;
  account: Account | undefined;
  settings: Readonly<Record<string, string>>;
  /** Undefined: a free one. */
  port: number | undefined;
  onProgress: (message: string) => void;
}

export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  /** Resolves when the process has ended: with an error unless `stop()` was called before. */
  readonly exited: Promise<Error | undefined>;
  /** Asks for a "fast" shutdown: clients are disconnected, data is flushed. */
  stop(): void;
}

const MAX_PORT_ATTEMPTS = 4;
const MAX_LOG_CHARACTERS = 20_000;
/** A hot standby's are read-only. */
const READY = /ready to accept (read-only )?connections/;
const PORT_TAKEN = /Address already in use/;

/** Starts `postgres` and waits until it accepts connections, however long crash recovery takes. */
export async function launchServer(options: ServerOptions): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const child = spawnPostgres(options, port);
    const log = collectLog(child);
    if (await isReady(child, log, options.onProgress)) return superviseServer(child, log, port);

    const portTaken = PORT_TAKEN.test(log.text());
    // A free port can be taken by someone else before Postgres binds it.
    if (portTaken && options.port === undefined && attempt < MAX_PORT_ATTEMPTS) continue;
    const reason = portTaken ? `port ${port} is already in use` : postgresReason(log.text());
    throw new Error(`Postgres did not start: ${reason}`);
  }
}

function spawnPostgres({ dataDir, binaries, account, settings }: ServerOptions, port: number): ChildProcess {
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return spawn(join(binaries, "bin", "postgres"), ["-D", dataDir, "-p", String(port), ...flags], {
    ...account,
    env: postgresEnv(binaries),
    cwd: "/",
    // Ctrl-C in a terminal signals the whole process group; Postgres must outlive us and be stopped last.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

interface ServerLog {
  text(): string;
  onGrowth(listener: () => void): void;
}

/** Keeps the end of what Postgres writes, and keeps reading: a full pipe would block it. */
function collectLog(child: ChildProcess): ServerLog {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text = (text + chunk).slice(-MAX_LOG_CHARACTERS);
  });
  child.once("error", (error) => {
    text += `FATAL:  ${error.message}\n`;
  });
  return { text: () => text, onGrowth: (listener) => void child.stderr?.on("data", listener) };
}

function isReady(child: ChildProcess, log: ServerLog, onProgress: (message: string) => void): Promise<boolean> {
  let recovering = false;
  return new Promise((resolve) => {
    log.onGrowth(() => {
      if (!recovering && log.text().includes("automatic recovery in progress")) {
        recovering = true;
        onProgress("recovering the database after an unclean stop");
      }
      if (READY.test(log.text())) resolve(true);
    });
    // "close" and not "exit": everything Postgres wrote has then been read.
    child.once("close", () => resolve(false));
    child.once("error", () => resolve(false));
  });
}

function superviseServer(child: ChildProcess, log: ServerLog, port: number): ServerProcess {
  if (child.pid === undefined) throw new Error("a Postgres that accepts connections has a process id");
  let stopping = false;
  const stop = () => {
    stopping = true;
    child.kill("SIGINT");
  };
  // Whatever ends our process, short of a signal nobody handles, ends Postgres too.
  process.once("exit", stop);
  const exited = new Promise<Error | undefined>((resolve) => {
    child.once("close", (_code, signal) => {
      process.removeListener("exit", stop);
      const reason = signal ? `killed by ${signal}` : postgresReason(log.text());
      resolve(stopping ? undefined : new Error(`Postgres ended unexpectedly: ${reason}`));
    });
  });
  return { port, pid: child.pid, exited, stop };
}
