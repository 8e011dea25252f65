import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** One process that runs all of Rollcall, as an operator starts it. */
export interface Replica extends AsyncDisposable {
  readonly name: string;
  /** Where it was when it last became ready. */
  readonly address: Address;
  /** The end of what it has written since it started. */
  log(): string;
  /** kill -9. */
  kill(): Promise<void>;
  /** Asks it to stop, by SIGTERM. @throws Error unless it then ends as one that was asked. */
  stop(): Promise<void>;
  /** Starts it again after `kill` or `stop`. @throws Error when it had ended although nobody asked it to. */
  revive(): Promise<void>;
  /** Whether it says that it can serve. */
  isReady(): Promise<boolean>;
  /** Waits until it does. @throws Error when that takes longer than READY_TIMEOUT_MS. */
  untilReady(): Promise<void>;
}

type Address = z.output<typeof instanceSchema>;

export interface ReplicaOptions {
  readonly name: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** The same for all replicas of a deployment. */
  readonly pepper: string;
}

const ROLLCALL = fileURLToPath(new URL("../../../../apps/cli/src/main.ts", import.meta.url));
const READY_TIMEOUT_MS = 20_000;
const POLL_INTERVAL_MS = 10;
const MAX_LOG_CHARACTERS = 4_000;

const instanceSchema = z.object({ scimUrl: z.string(), apiUrl: z.string(), adminKey: z.string() });

export async function startReplica(options: ReplicaOptions): Promise<Replica> {
  mkdirSync(options.dataDir, { recursive: true });
  let child = spawnRollcall(options);
  let address = await child.listening;
  let isWanted = true;
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    isWanted &&= child.hasEnded();
    child.process.kill(signal);
    return await child.ended;
  };
  return {
    name: options.name,
    get address() {
      return address;
    },
    log: () => child.log(),
    kill: async () => void (await end("SIGKILL")),
    async stop() {
      if (child.hasEnded()) return;
      const code = await end("SIGTERM");
      if (code !== 0) throw new Error(`a replica that was asked to stop ended with ${code}:\n${child.log()}`);
    },
    async revive() {
      if (!child.hasEnded()) return;
      if (isWanted) throw new Error(`replica ${options.name} ended by itself:\n${child.log()}`);
      child = spawnRollcall(options);
      isWanted = true;
      address = await child.listening;
    },
    isReady: () => isReady(address.scimUrl),
    untilReady: () => untilReady(address.scimUrl),
    async [Symbol.asyncDispose]() {
      await end("SIGKILL");
    },
  };
}

interface Rollcall {
  readonly process: ChildProcess;
  /** Rejects, with what it wrote, when it ends instead. */
  readonly listening: Promise<Address>;
  readonly ended: Promise<number | null>;
  hasEnded(): boolean;
  log(): string;
}

function spawnRollcall({ dataDir, databaseUrl, pepper }: ReplicaOptions): Rollcall {
  const env = {
    DATABASE_URL: databaseUrl,
    ROLLCALL_DATA_DIR: dataDir,
    ROLLCALL_PEPPER: pepper,
    ROLLCALL_API_PORT: "0",
    ROLLCALL_SCIM_PORT: "0",
    ROLLCALL_LOG_LEVEL: "error",
    // All clients of a round are one tenant, and much faster than an identity provider.
    ROLLCALL_SCIM_RATE_LIMIT_TENANT: "0",
    ROLLCALL_SCIM_RATE_LIMIT_CONNECTION: "0",
  };
  const child = spawn(process.execPath, [ROLLCALL, "start"], { env, stdio: ["ignore", "pipe", "pipe"] });
  // Whatever ends us ends it too.
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);
  let log = "";
  const collect = (chunk: string) => (log = (log + chunk).slice(-MAX_LOG_CHARACTERS));
  child.stderr.setEncoding("utf8").on("data", collect);
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      process.removeListener("exit", killWithUs);
      resolve(code);
    });
  });
  const listening = new Promise<Address>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      collect(chunk);
      if (log.includes("Rollcall is ready")) resolve(readAddress(dataDir));
    });
    void ended.then((code) => reject(new Error(`a replica ended with ${code} instead of starting:\n${log}`)));
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return { process: child, listening, ended, hasEnded, log: () => log };
}

function readAddress(dataDir: string): Address {
  return instanceSchema.parse(JSON.parse(readFileSync(join(dataDir, "instance.json"), "utf8")));
}

async function untilReady(scimUrl: string): Promise<void> {
  const deadline = performance.now() + READY_TIMEOUT_MS;
  while (!(await isReady(scimUrl))) {
    if (performance.now() > deadline) throw new Error(`${scimUrl} was not ready within ${READY_TIMEOUT_MS} ms`);
    await sleep(POLL_INTERVAL_MS);
  }
}

async function isReady(scimUrl: string): Promise<boolean> {
  try {
    return (await fetch(new URL("/readyz", scimUrl))).ok;
  } catch {
    return false;
  }
}
