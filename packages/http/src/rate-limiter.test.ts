import { describe, expect, it } from "vitest";
import { createRateLimiter } from "./rate-limiter.ts";

describe("createRateLimiter", () => {
  it("allows the limit and no more, each key for itself", async () => {
    const limiter = createRateLimiter(3);
    await limiter.count("a");
    await limiter.count("a");
    await limiter.count("a");
    await expect(limiter.count("a")).rejects.toMatchObject({ reason: "rate_limited" });
    expect(await limiter.count("b", 2)).toEqual({ remaining: 1, resetSeconds: 60 });
    expect(await limiter.count("b")).toEqual({ remaining: 0, resetSeconds: 60 });
    await expect(limiter.count("b")).rejects.toMatchObject({ reason: "rate_limited" });
  });

  it("tells how long to wait in whole seconds", async () => {
    const limiter = createRateLimiter(1);
    await limiter.count("a");
    const refusal: unknown = await limiter.count("a").catch((error: unknown) => error);
    expect(refusal).toMatchObject({ retryAfterSeconds: 60 });
  });

  it("counts a batch as its parts", async () => {
    const limiter = createRateLimiter(10);
    await expect(limiter.count("a", 11)).rejects.toMatchObject({ reason: "rate_limited" });
  });

  it("tells what is left, which costs nothing", async () => {
    const limiter = createRateLimiter(2);
    expect(await limiter.look("a")).toEqual({ remaining: 2, resetSeconds: 0 });
    await limiter.count("a");
    for (let n = 0; n < 5; n++) expect(await limiter.look("a")).toEqual({ remaining: 1, resetSeconds: 60 });
    await expect(limiter.count("a", 2)).rejects.toMatchObject({ reason: "rate_limited" });
    expect(await limiter.look("a")).toEqual({ remaining: 0, resetSeconds: 60 });
  });

  it("calls what it counts by its name", async () => {
    const refusal = createRateLimiter(1, "calls").count("a", 2);
    await expect(refusal).rejects.toThrow("More than 1 calls in a minute.");
  });

  it("allows everything when it is switched off", async () => {
    expect(await createRateLimiter(0).count("a", 1_000_000)).toMatchObject({ remaining: Infinity });
    expect(await createRateLimiter(0).look("a")).toMatchObject({ remaining: Infinity });
  });
});
