import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { checkRound } from "../checker/check-round.ts";
import type { Oddity } from "../checker/evidence.ts";
import type { Cluster } from "../cluster/open-cluster.ts";
import { createBoard } from "../workload/board.ts";
import type { Operation } from "../workload/operation.ts";
import { createPerformer, type Performer } from "../workload/performer.ts";
import { createRandom, type Random } from "../workload/random.ts";
import { createTenant, type Tenant } from "../workload/tenant.ts";
import { createWorker, runWorker } from "../workload/worker.ts";
import { type FaultName, faultNames, faults, heal } from "./faults.ts";
import { readDirectory } from "./read-directory.ts";
import { readFeed } from "./read-feed.ts";

export interface Round {
  /** Fixes what workers choose and which faults strike when; how the two meet is up to the machine. */
  readonly seed: number;
  readonly faults: readonly FaultName[];
  readonly history: readonly Operation[];
  readonly events: number;
  readonly oddities: readonly Oddity[];
  readonly durationMs: number;
}

const WORKERS = 12;
const MAX_FAULTS = 2;
/** How long workers work undisturbed, at most, before each fault, and how long a fault lasts at most. */
const MAX_CALM_MS = 300;
const MAX_FAULT_MS = 250;
/** How long they go on when all is well again. */
const AFTERMATH_MS = 100;

/** Lets clients of a new tenant work while things go wrong, makes all well again and judges what came of it. */
export async function runRound(cluster: Cluster, seed: number): Promise<Round> {
  const startedAt = performance.now();
  const random = createRandom(seed, "round");
  const agent = new Agent({ keepAlive: true });
  try {
    const tenant = await createTenant(cluster.replicas[0], `Round ${seed}`);
    const performer = createPerformer({ replicas: () => cluster.replicas, tenant, agent });
    const chosen = chooseFaults(random);
    await work(performer, seed, () => strikeAndHeal(cluster, random, chosen));
    const { feed, directories } = await readBack(cluster, { performer, tenant, agent });
    const databaseWasAway = chosen.some((name) => faults[name].affectsDatabase);
    const { history } = performer;
    const oddities = checkRound({ history, feed, directories, databaseWasAway });
    const durationMs = performance.now() - startedAt;
    return { seed, faults: chosen, history, events: feed.length, oddities, durationMs };
  } finally {
    agent.destroy();
  }
}

function chooseFaults(random: Random): FaultName[] {
  const picked = Array.from({ length: 1 + random.integer(MAX_FAULTS) }, () => random.pick(faultNames));
  return [...new Set(picked)].filter((name) => name !== undefined);
}

/** Runs the workers for as long as `disturb` takes, and a little longer. */
async function work(performer: Performer, seed: number, disturb: () => Promise<void>): Promise<void> {
  const board = createBoard(WORKERS);
  const stop = new AbortController();
  const workers = Array.from({ length: WORKERS }, (_, index) =>
    runWorker(createWorker(index, board, createRandom(seed, `worker ${index}`)), performer, stop.signal),
  );
  try {
    await disturb();
    await sleep(AFTERMATH_MS);
  } finally {
    stop.abort();
    await Promise.all(workers);
  }
}

async function strikeAndHeal(cluster: Cluster, random: Random, names: readonly FaultName[]): Promise<void> {
  for (const name of names) {
    await sleep(random.integer(MAX_CALM_MS));
    await faults[name].strike(cluster, random);
  }
  await sleep(random.integer(MAX_FAULT_MS));
  await heal(cluster);
}

interface Scene {
  readonly performer: Performer;
  readonly tenant: Tenant;
  readonly agent: Agent;
}

/** A last group is made, whose event is the end of the feed; then both replicas are read from end to end. */
async function readBack(cluster: Cluster, { performer, tenant, agent }: Scene) {
  const stamp = performer.nextStamp();
  const { outcome } = await performer.perform({ stamp, worker: WORKERS, action: { kind: "create group", add: [] } });
  if (outcome.kind !== "acknowledged")
    throw new Error(`a cluster that is well does not write: ${JSON.stringify(outcome)}`);
  const [reader, ...others] = cluster.replicas.map((replica) => ({ replica, tenant, agent }));
  if (reader === undefined) throw new Error("there is no replica to read");
  const feed = await readFeed(reader, (event) => event.kind === "group created" && event.groupId === outcome.id);
  const directories = await Promise.all([reader, ...others].map(readDirectory));
  return { feed, directories };
}
