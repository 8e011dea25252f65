import { type BlockMap, createBlockMap } from "./blocks/block-map.ts";
import type { Coverage } from "./blocks/open-coverage.ts";
import { examine, type Examined, type Find } from "./examine.ts";
import type { Material } from "./mutation/material.ts";
import { minimise } from "./mutation/minimise.ts";
import { mutate } from "./mutation/mutate.ts";
import { createRandom, type Random } from "./mutation/random.ts";
import { stretch } from "./mutation/stretch.ts";
import { summarise } from "./summarise.ts";
import { REFUSED, type Target } from "./target.ts";

export interface FuzzOptions {
  readonly coverage: Coverage;
  /** The same seed tries the same inputs in the same order. */
  readonly seed: number;
  /** Asked after every batch. */
  readonly isOver: (progress: Progress) => boolean;
}

export interface Progress {
  /** Inputs tried. */
  readonly inputs: number;
  /** Blocks of the target's code that were reached. */
  readonly blocks: number;
  /** Inputs that are kept and changed further. */
  readonly corpus: number;
}

export interface FuzzReport extends Progress {
  /** What became of the inputs, and of how many. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** The first find, made short; the run ends with it. */
  readonly find: Find | undefined;
}

/**
 * Tries inputs, each made from earlier ones, and keeps those that reach code nobody reached before or end in a new
 * way, until it is over or something is found.
 */
export async function fuzz(target: Target, { coverage, seed, isOver }: FuzzOptions): Promise<FuzzReport> {
  const random = createRandom(seed, target.name);
  const blocks = createBlockMap();
  const state: State = { target, coverage, blocks, corpus: [], taken: [], outcomes: new Map(), inputs: 0 };
  await coverage.take(target.covers);
  let find = await tryBatch(state, target.seeds);
  while (find === undefined && !isOver(progressOf(state))) find = await tryBatch(state, nextBatch(state, random));
  return { ...progressOf(state), outcomes: state.outcomes, find: find && (await shorten(state, find)) };
}

interface State {
  readonly target: Target;
  readonly coverage: Coverage;
  readonly blocks: BlockMap;
  /** The inputs that are kept. */
  readonly corpus: string[];
  /** Those of them that were not refused. */
  readonly taken: string[];
  readonly outcomes: Map<string, number>;
  inputs: number;
}

/** Reading the counts takes as long as trying some forty filters does, so it is done once for many inputs. */
const BATCH_SIZE = 128;
/** About one batch in so many is one long input alone, so that no other hides the steps it takes. */
const STRETCH_INTERVAL = 4;

function nextBatch(state: State, random: Random): string[] {
  if (random.integer(STRETCH_INTERVAL) === 0) return [stretch(...pickInput(state, random))];
  return Array.from({ length: BATCH_SIZE }, () => mutate(...pickInput(state, random)));
}

function pickInput({ target, corpus, taken }: State, random: Random): [input: string, material: Material] {
  // What is refused is refused early: there is more to be found behind it.
  const input = random.pick(random.integer(2) === 0 ? taken : corpus, "");
  return [input, { ...target, random, partner: random.pick(corpus, "") }];
}

async function tryBatch(state: State, batch: readonly string[]): Promise<Find | undefined> {
  state.inputs += batch.length;
  const examined = await examine(state.target, state.coverage, batch);
  if (examined.find !== undefined) return examined.find;
  examined.outcomes.forEach((outcome, index) => {
    const count = state.outcomes.get(outcome) ?? 0;
    if (count === 0) keep(state, batch[index], outcome);
    state.outcomes.set(outcome, count + 1);
  });
  return await singleOut(state, batch, examined);
}

/** Finds out which of the inputs it was that reached something new, or took too much: half by half. */
async function singleOut(
  state: State,
  inputs: readonly string[],
  { outcomes, hits, isHeavy }: Examined,
): Promise<Find | undefined> {
  if (!isHeavy && !state.blocks.isNew(hits)) return undefined;
  if (inputs.length === 1) keep(state, inputs[0], outcomes[0]);
  const middle = Math.ceil(inputs.length / 2);
  for (const half of inputs.length === 1 ? [] : [inputs.slice(0, middle), inputs.slice(middle)]) {
    const examined = await examine(state.target, state.coverage, half);
    const find = examined.find ?? (await singleOut(state, half, examined));
    if (find !== undefined) return find;
  }
  state.blocks.note(hits);
  return undefined;
}

function keep({ corpus, taken }: State, input = "", outcome = ""): void {
  if (corpus.includes(input)) return;
  corpus.push(input);
  if (!outcome.startsWith(REFUSED)) taken.push(input);
}

/** The same find with a short input. */
async function shorten({ target, coverage }: State, find: Find): Promise<Find> {
  let shortest = find;
  await coverage.take(target.covers);
  await minimise(find.input, async (input) => {
    const { find: again } = await examine(target, coverage, [input]);
    const isSame = again !== undefined && summarise(again.error) === summarise(find.error);
    if (isSame) shortest = again;
    return isSame;
  });
  return shortest;
}

function progressOf({ inputs, blocks, corpus }: State): Progress {
  return { inputs, blocks: blocks.size, corpus: corpus.length };
}
