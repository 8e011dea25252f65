import { LRUCache } from "lru-cache";

/** What is known for as long as it may be believed. */
export interface Known<T> {
  readonly value: T;
  /** By `performance.now()`. */
  readonly goodUntil: number;
}

/** A revocation must bite everywhere within a second of the moment when the verdict was asked for. */
const VERDICT_TTL_MS = 1_000;
const MAX_CACHED = 10_000;

/** Remembers what was read of a credential for a second; those who ask meanwhile share one read. */
export function createVerdictCache<TVerdict>() {
  const verdicts = new LRUCache<string, Known<Promise<TVerdict | undefined>>>({ max: MAX_CACHED });

  /** `goodUntil` is when the verdict was read, and a second: whoever keeps what follows from it keeps it no longer. */
  return function readVerdict(
    key: string,
    read: () => Promise<TVerdict | undefined>,
  ): Known<Promise<TVerdict | undefined>> {
    const now = performance.now();
    const cached = verdicts.get(key);
    if (cached !== undefined && now < cached.goodUntil) return cached;
    const fresh = { value: read(), goodUntil: now + VERDICT_TTL_MS };
    verdicts.set(key, fresh);
    const forget = () => verdicts.get(key) === fresh && verdicts.delete(key);
    // An outage is not a verdict, and an unknown credential is not worth a place.
    fresh.value.then((verdict) => verdict === undefined && forget(), forget);
    return fresh;
  };
}
