import { createRateLimiter, WINDOW_SECONDS } from "@rollcall/http";
import type { RequestHandler } from "express";
import { callerOf } from "./request-state.ts";

/**
 * Counts the requests of each credential, and tells what is left as draft-ietf-httpapi-ratelimit-headers has it.
 * @param maxPerMinute 0 for no limit.
 * @throws OverloadError `rate_limited`.
 */
export function limitRate(maxPerMinute: number): RequestHandler {
  const limiter = createRateLimiter(maxPerMinute);
  return async (_request, response, next) => {
    const actor = callerOf(response)?.actor;
    if (actor !== undefined && maxPerMinute > 0) {
      response.set("RateLimit-Policy", `"credential";q=${maxPerMinute};w=${WINDOW_SECONDS}`);
      const { remaining, resetSeconds } = await limiter.count(`${actor.kind}:${actor.id}`);
      response.set("RateLimit", `"credential";r=${remaining};t=${resetSeconds}`);
    }
    next();
  };
}
