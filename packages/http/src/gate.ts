import { createFairQueue, type FairQueueLimits } from "./fair-queue.ts";
import { OverloadError } from "./overload-error.ts";

/** How much is done at once, and how much may wait for its turn. */
export interface GateLimits extends FairQueueLimits {
  readonly maxRunning: number;
  /** Below `maxRunning`, so that no key takes all there is. */
  readonly maxRunningPerKey: number;
}

export interface Gate {
  /**
   * Does the work as soon as there is room for it. Keys take turns, so that one that has much to do delays others by
   * little.
   * @throws OverloadError at once when too much waits already, or when the turn does not come in time: `rate_limited`
   * if the key has its full share, else `busy`.
   */
  run<TResult>(key: string, work: () => Promise<TResult>): Promise<TResult>;
}

const RETRY_AFTER_SECONDS = 1;

export function createGate({ maxRunning, maxRunningPerKey, ...limits }: GateLimits): Gate {
  const queue = createFairQueue(limits);
  const runningOf = new Map<string, number>();
  let running = 0;

  return {
    async run(key, work) {
      if (hasRoom(key) && !queue.has(key)) start(key);
      else if (!(await queue.join(key))) throw refusal(key);
      try {
        return await work();
      } finally {
        end(key);
        // What is called runs from now on, whenever it notices.
        const next = queue.callNext(hasRoom);
        if (next !== undefined) start(next);
      }
    },
  };

  function hasRoom(key: string): boolean {
    return running < maxRunning && (runningOf.get(key) ?? 0) < maxRunningPerKey;
  }

  function start(key: string): void {
    running += 1;
    runningOf.set(key, (runningOf.get(key) ?? 0) + 1);
  }

  function end(key: string): void {
    running -= 1;
    const rest = (runningOf.get(key) ?? 0) - 1;
    if (rest === 0) runningOf.delete(key);
    else runningOf.set(key, rest);
  }

  function refusal(key: string): OverloadError {
    return (runningOf.get(key) ?? 0) >= maxRunningPerKey
      ? new OverloadError("rate_limited", "Too many requests at once.", RETRY_AFTER_SECONDS)
      : new OverloadError("busy", "The server has too much to do.", RETRY_AFTER_SECONDS);
  }
}
