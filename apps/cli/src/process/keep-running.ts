import { setTimeout as sleep } from "node:timers/promises";
import { CliError } from "../output/cli-error.ts";
import { describeFailure } from "../output/describe-failure.ts";

/** A process that is to be replaced when it ends. */
export interface Kept {
  /** How it ended, in a phrase like `killed by SIGKILL`. */
  readonly ended: Promise<string>;
}

export interface KeepRunningOptions {
  /** Starts another one; resolves when it does its work. */
  readonly start: () => Promise<Kept>;
  /** From then on none is replaced. */
  readonly stop: AbortSignal;
  /** Told of each that ended, and how long its successor is waited with. */
  readonly onReplace: (how: string, delayMs: number) => void;
  /** Default: FIRST_DELAY_MS. */
  readonly firstDelayMs?: number;
}

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 5_000;
/** Who lived as long did not end because it cannot run. */
const STEADY_MS = 30_000;
const MAX_ENDS_IN_A_ROW = 6;

/**
 * Replaces a process whenever it ends, until it is to stop; resolves when the last one has ended then.
 * @throws CliError `crash_loop` when each of several in a row ended soon after its start.
 */
export async function keepRunning(first: Kept, options: KeepRunningOptions): Promise<void> {
  const { start, stop, onReplace, firstDelayMs = FIRST_DELAY_MS } = options;
  let current = first;
  for (let endsInARow = 1; ; endsInARow++) {
    const startedAt = performance.now();
    const how = await current.ended;
    if (stop.aborted) return;
    if (performance.now() - startedAt > STEADY_MS) endsInARow = 1;
    if (endsInARow === MAX_ENDS_IN_A_ROW) throw crashLoop(how);
    const delayMs = Math.min(MAX_DELAY_MS, firstDelayMs * 2 ** (endsInARow - 1));
    onReplace(how, delayMs);
    await sleep(delayMs, undefined, { signal: stop }).catch(() => undefined);
    if (stop.aborted) return;
    current = await start().catch((error: unknown) => ({ ended: Promise.resolve(describeFailure(error).message) }));
  }
}

function crashLoop(how: string): CliError {
  const reason = how.replace(/\.$/, "");
  const sentence = `A process that serves SCIM ended ${MAX_ENDS_IN_A_ROW} times in a row, the last time so: ${reason}.`;
  return new CliError("crash_loop", sentence);
}
