export interface FairQueueLimits {
  readonly maxWaiting: number;
  readonly maxWaitingPerKey: number;
  readonly maxWaitMs: number;
}

/** Who waits, by key. Keys take turns; within one it is first come, first served. */
export interface FairQueue {
  has(key: string): boolean;
  /** Waits. True when `callNext` called; false at once when too many wait already, and when waiting took too long. */
  join(key: string): Promise<boolean>;
  /** Ends the waiting of the one whose turn it is, among the keys that may; tells its key. */
  callNext(mayRun: (key: string) => boolean): string | undefined;
}

export function createFairQueue({ maxWaiting, maxWaitingPerKey, maxWaitMs }: FairQueueLimits): FairQueue {
  /** By key, the one whose turn is next first; each is the callbacks of those who wait, none of it empty. */
  const lines = new Map<string, Set<() => void>>();
  let waiting = 0;

  return {
    has: (key) => lines.has(key),
    async join(key) {
      const line = lines.get(key) ?? new Set<() => void>();
      if (waiting >= maxWaiting || line.size >= maxWaitingPerKey) return false;
      return await new Promise<boolean>((resolve) => {
        const leave = (called: boolean) => {
          clearTimeout(timeout);
          line.delete(call);
          waiting -= 1;
          if (line.size === 0) lines.delete(key);
          resolve(called);
        };
        const call = () => leave(true);
        const timeout = setTimeout(() => leave(false), maxWaitMs);
        waiting += 1;
        lines.set(key, line.add(call));
      });
    },
    callNext(mayRun) {
      for (const [key, line] of lines) {
        if (!mayRun(key)) continue;
        const [call] = line;
        // To the end, for the next turn is another's.
        lines.delete(key);
        lines.set(key, line);
        call?.();
        return key;
      }
      return undefined;
    },
  };
}
