import { type Profiler, Session } from "node:inspector/promises";

/** How often the blocks of one function ran: that of the function itself, then those within it. */
export interface FunctionHits {
  /** Its module and place in it. */
  readonly id: string;
  readonly ranges: readonly Profiler.CoverageRange[];
}

export interface Coverage {
  /** What ran since the last time, of modules whose URL matches. Takes about a millisecond. */
  take(covers: RegExp): Promise<readonly FunctionHits[]>;
}

/**
 * V8's own count of every block that runs. It knows the blocks only of functions that are called for the first time
 * afterwards: open it once in a process, and import what is to be watched then.
 */
export async function openCoverage(): Promise<Coverage> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    async take(covers) {
      const { result } = await session.post("Profiler.takePreciseCoverage");
      return result.filter(({ url }) => covers.test(url)).flatMap(hitsOf);
    },
  };
}

/** How many blocks ran. */
export function countSteps(hits: readonly FunctionHits[]): number {
  return hits.reduce((sum, { ranges }) => sum + ranges.reduce((part, { count }) => part + count, 0), 0);
}

function hitsOf({ url, functions }: Profiler.ScriptCoverage): FunctionHits[] {
  return functions.map(({ ranges }) => ({ id: `${url}:${ranges[0]?.startOffset}`, ranges }));
}
