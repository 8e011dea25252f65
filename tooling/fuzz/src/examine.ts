import { type Coverage, countSteps, type FunctionHits } from "./blocks/open-coverage.ts";
import type { Target } from "./target.ts";

/** An input for which something did not hold. */
export interface Find {
  readonly input: string;
  readonly error: unknown;
}

export interface Examined {
  /** What became of the inputs, as the target says; as many as were tried before one was a find. */
  readonly outcomes: readonly string[];
  /** What they ran through. */
  readonly hits: readonly FunctionHits[];
  /** Whether that is more than they may: one of them alone is too much then, most likely. */
  readonly isHeavy: boolean;
  readonly find: Find | undefined;
}

/** What any input may take, however short. */
const BASE_STEPS = 20_000;

/** Tries inputs, and sees what they run through together. Counts left from before belong to them as well. */
export async function examine(target: Target, coverage: Coverage, inputs: readonly string[]): Promise<Examined> {
  const outcomes: string[] = [];
  let find: Find | undefined;
  for (const input of inputs) {
    try {
      outcomes.push(await target.attempt(input));
    } catch (error) {
      find = { input, error };
      break;
    }
  }
  const hits = await coverage.take(target.covers);
  const [steps, limit] = [countSteps(hits), inputs.reduce((sum, input) => sum + stepLimit(target, input), 0)];
  const isHeavy = steps > limit;
  const [single] = inputs;
  if (isHeavy && inputs.length === 1 && single !== undefined) {
    find ??= { input: single, error: new Error(`${steps} steps are too many: ${limit} should do.`) };
  }
  return { outcomes, hits, isHeavy, find };
}

function stepLimit({ maxStepsPerCharacter }: Target, input: string): number {
  return BASE_STEPS + maxStepsPerCharacter * input.length;
}
