import type { ScenarioName } from "../scenarios/scenario-name.ts";
import type { Preset } from "./preset.ts";

export interface Narrowing {
  /** Empty: all of them. */
  readonly only: readonly ScenarioName[];
  readonly rounds: number | undefined;
}

/** Leaves the other scenarios out, and the directories that only they need. */
export function narrow(preset: Preset, { only, rounds = preset.rounds }: Narrowing): Preset {
  if (only.length === 0) return { ...preset, rounds };
  // What is removed is what was added before.
  const wanted = new Set<ScenarioName>(only.includes("removeMember") ? [...only, "addMember"] : only);
  const trials = preset.trials.filter(({ scenario }) => wanted.has(scenario));
  const directories = preset.directories.filter(({ name }) => trials.some(({ directory }) => directory === name));
  return { ...preset, rounds, trials, directories };
}
