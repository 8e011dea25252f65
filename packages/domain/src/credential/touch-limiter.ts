import { LRUCache } from "lru-cache";

const TOUCH_INTERVAL_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/** Notes the use of each credential at most once a minute, off the request's path: no one waits for it. */
export function createTouchLimiter(onError: (error: unknown) => void) {
  const touched = new LRUCache<string, true>({ max: MAX_REMEMBERED, ttl: TOUCH_INTERVAL_MS });

  return function noteUse(id: string, touch: () => Promise<void>): void {
    if (touched.has(id)) return;
    touched.set(id, true);
    touch().catch(onError);
  };
}
