import type { ScenarioName } from "../scenarios/scenario-name.ts";
import type { Trial, TargetName } from "./preset.ts";

export const both = ["floor", "rollcall"] as const;
export const ours = ["rollcall"] as const;

interface Place {
  readonly directory: string;
  readonly size: number;
}

/** One trial for each place, one after the other, so that what is compared is measured together. */
export function trialsOf(
  scenario: ScenarioName,
  places: readonly Place[],
  { unit = "users", targets = both, rounds }: TrialOptions = {},
): Trial[] {
  return places.map(({ directory, size }) => ({
    scenario,
    directory,
    subject: { unit, size },
    targets,
    ...(rounds !== undefined && { rounds }),
  }));
}

interface TrialOptions {
  readonly unit?: Trial["subject"]["unit"];
  readonly targets?: readonly TargetName[];
  readonly rounds?: number;
}
