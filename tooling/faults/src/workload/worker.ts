import { setTimeout as sleep } from "node:timers/promises";
import type { Board, Posted } from "./board.ts";
import { chooseAction } from "./choose-action.ts";
import { learn } from "./learn.ts";
import type { Performer } from "./performer.ts";
import type { Random } from "./random.ts";

/** One client of a round. What it knows is what a client can know: answers. */
export interface Worker {
  readonly index: number;
  readonly random: Random;
  readonly board: Board;
  /** Users that it made, and that only it writes. */
  readonly users: Map<string, OwnUser>;
  /** Groups that it made, and that only it deletes. */
  readonly groups: Map<string, Posted>;
  /** userNames whose creation was not answered, each with whether it was looked for in vain since then. */
  readonly unsettled: Map<string, { readonly isMissing: boolean }>;
}

export interface OwnUser extends Posted {
  readonly userName: string;
  /** undefined: a write since then was not answered. */
  readonly version: number | undefined;
}

/** Keeps a round short on a fast machine. */
const MAX_OPERATIONS = 20;
const BACK_OFF_MS = 25;

export function createWorker(index: number, board: Board, random: Random): Worker {
  return { index, random, board, users: new Map(), groups: new Map(), unsettled: new Map() };
}

/** Acts at random, one operation after the other, until it is stopped. */
export async function runWorker(worker: Worker, performer: Performer, stop: AbortSignal): Promise<void> {
  for (let count = 0; count < MAX_OPERATIONS && !stop.aborted; count++) {
    const stamp = performer.nextStamp();
    const action = chooseAction(worker, stamp);
    const operation = await performer.perform({ stamp, worker: worker.index, action });
    learn(worker, operation);
    const { outcome } = operation;
    const isAway = outcome.kind === "unknown" || (outcome.kind === "refused" && outcome.status === undefined);
    if (isAway) await sleep(BACK_OFF_MS + worker.random.integer(BACK_OFF_MS));
  }
}
