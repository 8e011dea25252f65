import { type ChildProcess, spawn } from "node:child_process";
import type { Core, Pinning } from "./pinning.ts";

/** A process of ours that says on its output when it is ready. */
export interface ChildServer extends AsyncDisposable {
  readonly pid: number;
  /** What it had written when it became ready. */
  readonly output: string;
  /** The end of what it has written to its error output. */
  log(): string;
}

export interface ChildServerOptions {
  readonly name: string;
  readonly pinning: Pinning;
  readonly core: Core;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What the output holds when it is ready. */
  readonly readyWhen: RegExp;
}

const MAX_LOG_CHARACTERS = 4_000;

/** Starts it and waits until it is ready. @throws Error with what it wrote when it ends instead. */
export async function startChildServer(options: ChildServerOptions): Promise<ChildServer> {
  const { file, args } = options.pinning.commandLine(options.core, options.command);
  const env = { ...options.env, PATH: process.env.PATH ?? "" };
  const child = spawn(file, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  // Whatever ends us ends it too.
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      process.removeListener("exit", killWithUs);
      resolve();
    });
  });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (log = (log + chunk).slice(-MAX_LOG_CHARACTERS)));
  const failed = ended.then((): never => {
    throw new Error(`${options.name} ended:\n${log}`);
  });
  const output = await Promise.race([untilReady(child, options), failed]);
  // From now on it may end.
  failed.catch(() => undefined);
  if (child.pid === undefined) throw new Error("a process that is ready has an id");
  return {
    pid: child.pid,
    output,
    log: () => log,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function untilReady(child: ChildProcess, { readyWhen }: ChildServerOptions): Promise<string> {
  let output = "";
  const ready = Promise.withResolvers<string>();
  child.once("error", ready.reject);
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    output = (output + chunk).slice(-MAX_LOG_CHARACTERS);
    if (readyWhen.test(output)) ready.resolve(output);
  });
  return await ready.promise;
}
