import type { Preset } from "../presets/preset.ts";
import { type Findings, judge } from "../verdict/judge.ts";
import { countStatements, type ScenarioStatements } from "./count-statements.ts";
import { describeMachine, type Machine } from "./machine.ts";
import { checkDirectories } from "./check-directories.ts";
import type { Measurement } from "./measurement.ts";
import { runRounds } from "./run-rounds.ts";
import { openWorld } from "./world.ts";

export interface Results {
  readonly measurements: readonly Measurement[];
  readonly statements: readonly ScenarioStatements[];
  readonly findings: Findings;
  readonly machine: Machine;
}

export interface BenchOptions {
  /** When aborted, everything is closed. */
  readonly stop: AbortSignal;
  readonly onProgress: (message: string) => void;
}

/**
 * Starts everything, measures what the preset says, and cleans up.
 * @throws Error when a request fails, when the servers do not hold what they acknowledged, or when it was stopped.
 */
export async function bench(preset: Preset, { stop, onProgress }: BenchOptions): Promise<Results> {
  await using opened = new AsyncDisposableStack();
  const work = async () => {
    const world = await openWorld(preset, { opened, onProgress });
    const { measurements, created } = await runRounds(world, preset, onProgress);
    await checkDirectories(world, created);
    onProgress("counting statements");
    const statements = await countStatements(world, preset);
    const machine = describeMachine({ pinning: world.pinning.description, postgres: world.postgresVersion });
    return { measurements, statements, findings: judge(measurements), machine };
  };
  return await Promise.race([work(), rejectWhen(stop)]);
}

function rejectWhen(stop: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  stop.addEventListener("abort", () => reject(new Error("stopped")), { once: true });
  return promise;
}
