import type { Random } from "./random.ts";

/** What inputs are changed with. */
export interface Material {
  readonly random: Random;
  readonly dictionary: readonly string[];
  /** Another input, to take parts from. */
  readonly partner: string;
  readonly maxLength: number;
}
