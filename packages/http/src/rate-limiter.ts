import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { OverloadError } from "./overload-error.ts";

export interface RateLimiter {
  /** Counts requests of one key and tells what is left. @throws OverloadError `rate_limited` above the limit. */
  count(key: string, requests?: number): Promise<RateBudget>;
  /** Tells what is left without counting. */
  look(key: string): Promise<RateBudget>;
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
 * @param counted what refusals call it.
 */
export function createRateLimiter(maxPerMinute: number, counted = "requests"): RateLimiter {
  if (maxPerMinute === 0) return { count: unlimited, look: unlimited };
  const limiter = new RateLimiterMemory({ points: maxPerMinute, duration: WINDOW_SECONDS });
  return {
    async count(key, requests = 1) {
      try {
        return budgetOf(await limiter.consume(key, requests));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const message = `More than ${maxPerMinute} ${counted} in a minute.`;
        throw new OverloadError("rate_limited", message, refusal.msBeforeNext / MS_PER_SECOND);
      }
    },
    async look(key) {
      const state = await limiter.get(key);
      return state === null ? { remaining: maxPerMinute, resetSeconds: 0 } : budgetOf(state);
    },
  };
}

async function unlimited(): Promise<RateBudget> {
  return { remaining: Infinity, resetSeconds: 0 };
}

function budgetOf({ remainingPoints, msBeforeNext }: RateLimiterRes): RateBudget {
  return { remaining: remainingPoints, resetSeconds: Math.ceil(msBeforeNext / MS_PER_SECOND) };
}
