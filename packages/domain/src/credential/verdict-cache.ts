import { LRUCache } from "lru-cache";

/** A revocation must bite everywhere within a second. */
const VERDICT_TTL_MS = 1_000;
const MAX_CACHED = 10_000;

/** Remembers what was read of a credential for a second; those who ask meanwhile share one read. */
export function createVerdictCache<TVerdict>() {
  const verdicts = new LRUCache<string, Promise<TVerdict | undefined>>({ max: MAX_CACHED, ttl: VERDICT_TTL_MS });

  return function readVerdict(key: string, read: () => Promise<TVerdict | undefined>): Promise<TVerdict | undefined> {
    const cached = verdicts.get(key);
    if (cached !== undefined) return cached;
    const fresh = read();
    verdicts.set(key, fresh);
    // An outage is not a verdict, and an unknown credential is not worth a place.
    fresh.then(
      (verdict) => verdict === undefined && verdicts.delete(key),
      () => verdicts.delete(key),
    );
    return fresh;
  };
}
