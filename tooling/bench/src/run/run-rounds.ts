import { type Trial, describeSubject, type Preset, type TargetName } from "../presets/preset.ts";
import type { ScenarioName } from "../scenarios/scenario-name.ts";
import { scenarios } from "../scenarios/scenarios.ts";
import type { Created } from "./check-directories.ts";
import { measureTrial, type Sample } from "./measure-trial.ts";
import { type Measurement, toMeasurement } from "./measurement.ts";
import type { World } from "./world.ts";

export interface RoundsResult {
  readonly measurements: readonly Measurement[];
  readonly created: readonly Created[];
}

interface Series {
  readonly trial: Trial;
  readonly target: TargetName;
  readonly samples: Sample[];
  readonly created: Created;
  /** The series whose steps this one undoes. */
  readonly undoes: Series | undefined;
  /** Of the last window. */
  steps: number;
}

/** Measures all trials round by round, after one that does not count; in a round the targets of a trial take turns. */
export async function runRounds(
  world: World,
  { trials, rounds, windowMs, warmUpMs }: Preset,
  onProgress: (message: string) => void,
): Promise<RoundsResult> {
  const allSeries = toSeries(trials);
  for (let round = 0; round <= rounds; round++) {
    onProgress(round === 0 ? "warming up" : `round ${round} of ${rounds}`);
    for (const series of allSeries) {
      if (!isMeasuredIn(round, rounds, series.trial)) continue;
      const sample = await measureSeries(world, series, round === 0 ? warmUpMs : windowMs);
      if (round > 0) series.samples.push(sample);
      onProgress(describeSample(series, sample));
    }
  }
  return {
    measurements: allSeries.map(({ trial, target, samples }) => toMeasurement(trial, target, samples)),
    created: [...new Set(allSeries.map(({ created }) => created))],
  };
}

/**
 * What takes long has fewer rounds, and is not warmed up for. They are the last ones: an import leaves behind where each
 * page begins, and whoever asks for a page deep in the list then finds it sooner.
 */
function isMeasuredIn(round: number, rounds: number, trial: Trial): boolean {
  return trial.rounds === undefined || round > rounds - trial.rounds;
}

/** How many users a step makes. */
const createdByStep: Partial<Record<ScenarioName, number>> = { create: 1, oktaMix: 1 };

async function measureSeries(world: World, series: Series, durationMs: number): Promise<Sample> {
  const { trial, target, undoes, created } = series;
  const maxSteps = undoes?.steps;
  const sample = await measureTrial(world, trial, { target, durationMs, ...(maxSteps !== undefined && { maxSteps }) });
  series.steps = sample.steps;
  created.users += sample.steps * (createdByStep[trial.scenario] ?? 0);
  return sample;
}

function toSeries(trials: readonly Trial[]): Series[] {
  const allSeries: Series[] = [];
  for (const trial of trials) {
    for (const target of trial.targets) {
      const { directory, subject } = trial;
      const alike = allSeries.filter((each) => each.target === target && each.trial.directory === directory);
      const created = alike[0]?.created ?? { target, directory, users: 0 };
      const adding = alike.find(
        (each) => each.trial.scenario === "addMember" && each.trial.subject.size === subject.size,
      );
      const undoes = trial.scenario === "removeMember" ? adding : undefined;
      allSeries.push({ trial, target, samples: [], created, undoes, steps: 0 });
    }
  }
  return allSeries;
}

function describeSample({ trial, target }: Series, { serverCpuMs, postgresCpuMs, requests }: Sample): string {
  const what = `${scenarios[trial.scenario].title}, ${describeSubject(trial.subject)}, ${target}`;
  return `  ${what}: ${serverCpuMs.toFixed(2)} + ${postgresCpuMs.toFixed(2)} ms CPU (${requests} requests)`;
}
