import { setTimeout as sleep } from "node:timers/promises";
import type { Replica } from "../cluster/replica.ts";

/** Knows which replicas are ready, as a load balancer does that asks each of them every POLL_INTERVAL_MS. */
export interface Balancer extends AsyncDisposable {
  /** Those that said so when they were last asked; all of them when none did. */
  ready(): readonly Replica[];
  /** Waits until the replica is known to be ready. */
  untilKnown(replica: Replica): Promise<void>;
}

const POLL_INTERVAL_MS = 50;

export function openBalancer(replicas: readonly Replica[]): Balancer {
  const known = new Set(replicas);
  const stop = new AbortController();
  const watching = Promise.all(replicas.map((replica) => watch(replica, known, stop.signal)));
  return {
    ready: () => (known.size === 0 ? replicas : [...known]),
    async untilKnown(replica) {
      while (!known.has(replica)) await sleep(POLL_INTERVAL_MS);
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await watching;
    },
  };
}

async function watch(replica: Replica, known: Set<Replica>, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    if (await replica.isReady()) known.add(replica);
    else known.delete(replica);
    await sleep(POLL_INTERVAL_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}
