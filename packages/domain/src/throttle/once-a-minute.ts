import { LRUCache } from "lru-cache";

const INTERVAL_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/** Does what is asked for in the background, but the same thing at most once a minute in this process: no one waits for it. */
export type OnceAMinute = (key: string, work: () => Promise<void>) => void;

export function createOnceAMinute(onError: (error: unknown) => void): OnceAMinute {
  const done = new LRUCache<string, true>({ max: MAX_REMEMBERED, ttl: INTERVAL_MS });
  return (key, work) => {
    if (done.has(key)) return;
    done.set(key, true);
    work().catch(onError);
  };
}
