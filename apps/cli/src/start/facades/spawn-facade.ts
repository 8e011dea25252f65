import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import type { MetricsSnapshot } from "@rollcall/telemetry";
import { CliError } from "../../output/cli-error.ts";
import { openChannel } from "../../process/channel.ts";
import type { Kept } from "../../process/keep-running.ts";
import { CLOSE_TIMEOUT_MS } from "../serve.ts";
import type { FacadeDuties, FacadeOrder, MainDuties } from "./duties.ts";

/** A process that serves SCIM. */
export interface Facade extends Kept {
  /** Nothing when it does not answer in time. */
  readMetrics(): Promise<MetricsSnapshot>;
}

export interface SpawnOptions {
  /** From then on it finishes what is in hand and ends. */
  readonly stop: AbortSignal;
  readonly duties: MainDuties;
}

const ENTRY = fileURLToPath(new URL("facade-main.ts", import.meta.url));
/** What it may take to end beyond what its requests may take. */
const END_TIMEOUT_MS = 5_000;
const METRICS_TIMEOUT_MS = 1_000;

/** Starts a process that serves SCIM, and waits until it does. @throws CliError why it does not. */
export async function spawnFacade(order: FacadeOrder, { stop, duties }: SpawnOptions): Promise<Facade> {
  const child = fork(ENTRY, [order.name], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = endOf(child);
  const facade = openChannel<FacadeDuties>(child, duties);
  const end = () => {
    // That it has gone already is as well.
    facade.ask("stop", undefined).catch(() => undefined);
    const deadline = setTimeout(() => child.kill("SIGKILL"), order.env.drainMs + CLOSE_TIMEOUT_MS + END_TIMEOUT_MS);
    void ended.then(() => clearTimeout(deadline));
  };
  stop.addEventListener("abort", end);
  void ended.then(() => stop.removeEventListener("abort", end));
  try {
    await Promise.race([facade.ask("serve", order), ended.then(endedEarly)]);
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
  return {
    ended,
    readMetrics: () =>
      Promise.race([facade.ask("metrics", undefined), sleep(METRICS_TIMEOUT_MS, [], { ref: false })]).catch(() => []),
  };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal === null ? `exit code ${code}` : `killed by ${signal}`));
    // It could not even be started.
    child.once("error", (error) => resolve(error.message));
  });
}

function endedEarly(how: string): never {
  throw new CliError("gone", `A process that serves SCIM ended while it started: ${how}.`);
}
