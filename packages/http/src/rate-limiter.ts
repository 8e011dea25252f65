import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { OverloadError } from "./overload-error.ts";

export interface RateLimiter {
  /** Counts requests of one key and tells what is left. @throws OverloadError `rate_limited` above the limit. */
  count(key: string, requests?: number): Promise<RateBudget>;
}

export interface RateBudget {
  /** Requests that the rest of the window still allows; infinite without a limit. */
  readonly remaining: number;
  /** Until the window ends. */
  readonly resetSeconds: number;
}

export const WINDOW_SECONDS = 60;
const MS_PER_SECOND = 1_000;

/**
 * Counts requests by key, each key in windows of a minute of its own. Counts are kept in memory: of several processes
 * each allows the limit.
 * @param maxPerMinute 0 for no limit.
 */
export function createRateLimiter(maxPerMinute: number): RateLimiter {
  if (maxPerMinute === 0) return { count: async () => ({ remaining: Infinity, resetSeconds: 0 }) };
  const limiter = new RateLimiterMemory({ points: maxPerMinute, duration: WINDOW_SECONDS });
  return {
    async count(key, requests = 1) {
      try {
        const { remainingPoints, msBeforeNext } = await limiter.consume(key, requests);
        return { remaining: remainingPoints, resetSeconds: Math.ceil(msBeforeNext / MS_PER_SECOND) };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const message = `More than ${maxPerMinute} requests in a minute.`;
        throw new OverloadError("rate_limited", message, refusal.msBeforeNext / MS_PER_SECOND);
      }
    },
  };
}
