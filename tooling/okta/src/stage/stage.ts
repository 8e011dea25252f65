import { isFailed, isUnmet, type Step } from "../report/step.ts";
import { inFlight } from "./in-flight.ts";
import { type Action, perform } from "./perform.ts";
import type { Scene } from "./scene.ts";

/** Plays actions one after another and keeps their record. */
export interface Stage {
  /** Plays one action; undefined when it ended early. */
  play<TResult>(action: Action, act: (scene: Scene) => Promise<TResult>): Promise<TResult | undefined>;
  /** Plays the same action on many things. Those that went well are told as one step for each 50. */
  playMany<TItem>(action: Action, items: readonly TItem[], many: Many<TItem>): Promise<void>;
  record(): StageRecord;
}

interface Many<TItem> {
  readonly act: (scene: Scene, item: TItem) => Promise<void>;
  /** How the transcript calls one of the things when it fails. */
  readonly name: (item: TItem) => string;
  readonly concurrency: number;
}

interface StageRecord {
  readonly steps: readonly Step[];
  readonly requests: number;
  readonly met: number;
  readonly unmet: number;
}

export function createStage(onStep: (step: Step) => void): Stage {
  const steps: Step[] = [];
  const publish = (step: Step): void => {
    steps.push(step);
    onStep(step);
  };
  return {
    async play(action, act) {
      const { step, result } = await perform(action, act);
      publish(step);
      return result;
    },
    async playMany(action, items, { act, name, concurrency }) {
      for (let start = 0; start < items.length; start += BATCH_SIZE) {
        const batch = items.slice(start, start + BATCH_SIZE);
        const played = await inFlight(batch, concurrency, async (item) => {
          const { step } = await perform({ ...action, action: `${action.action}: ${name(item)}` }, (scene) =>
            act(scene, item),
          );
          return step;
        });
        played.filter(isFailed).forEach(publish);
        const range = `${start + 1}–${start + batch.length} of ${items.length}`;
        publish(
          fold(
            { ...action, action: `${action.action}: ${range}` },
            played.filter((step) => !isFailed(step)),
          ),
        );
      }
    },
    record: () => ({ steps, ...count(steps) }),
  };
}

/** Long enough to keep a transcript short, short enough to show progress. */
const BATCH_SIZE = 50;

function fold({ app, row, action }: Action, steps: readonly Step[]): Step {
  const { requests, met } = count(steps);
  return { app, row, action, requests: [], requirements: [], folded: { steps: steps.length, requests, met } };
}

function count(steps: readonly Step[]): Omit<StageRecord, "steps"> {
  let requests = 0;
  let met = 0;
  let unmet = 0;
  for (const step of steps) {
    requests += step.requests.length + (step.folded?.requests ?? 0);
    met += step.requirements.filter((requirement) => requirement.met).length + (step.folded?.met ?? 0);
    unmet += step.requirements.filter(isUnmet).length;
  }
  return { requests, met, unmet };
}
