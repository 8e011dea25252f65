import type { WindowResult } from "../load/window.ts";
import { cpuTimeMs } from "../measure/cpu-time.ts";
import { forgetPeakMemory, peakMemoryMb } from "../measure/memory.ts";
import type { Trial, TargetName } from "../presets/preset.ts";
import { directoriesOf } from "./directories-of.ts";
import type { World } from "./world.ts";

/** What one window showed. Times are milliseconds; CPU is of one request. */
export interface Sample extends WindowResult {
  readonly serverCpuMs: number;
  readonly postgresCpuMs: number;
  /** The most resident memory the server had. */
  readonly peakMemoryMb: number;
  /** The longest its event loop was late, where it measures that. */
  readonly eventLoopDelayMs: number | undefined;
}

export interface Stretch {
  readonly target: TargetName;
  readonly durationMs: number;
  readonly maxSteps?: number;
}

/** Runs a window of a trial against one target. Work that follows the answers, as numbering events does, is in its CPU. */
export async function measureTrial(world: World, trial: Trial, { target, ...limits }: Stretch): Promise<Sample> {
  const endpoint = world.endpoint(target, trial.directory);
  const directories = directoriesOf(endpoint, trial);
  forgetPeakMemory(endpoint.pid);
  await endpoint.eventLoopDelayMs();
  const before = { server: cpuTimeMs(endpoint.pid), postgres: cpuTimeMs(world.postgresPid) };
  const { scimUrl } = endpoint;
  const result = await world.generator.run({ scenario: trial.scenario, scimUrl, directories, ...limits });
  await endpoint.settle();
  const after = { server: cpuTimeMs(endpoint.pid), postgres: cpuTimeMs(world.postgresPid) };
  return {
    ...result,
    serverCpuMs: (after.server - before.server) / result.requests,
    postgresCpuMs: (after.postgres - before.postgres) / result.requests,
    peakMemoryMb: peakMemoryMb(endpoint.pid),
    eventLoopDelayMs: await endpoint.eventLoopDelayMs(),
  };
}
