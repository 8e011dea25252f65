import { describe, expect, it } from "vitest";
import { createFailureLimiter, type FailureLimiter } from "./failure-limiter.ts";

const LIMIT = 3;
const NATED = "203.0.113.7";
const refused = { reason: "rate_limited", message: "More than 3 failed authentications in a minute." };

/** Tries a credential; those that begin with "good" open. */
function attempt(limiter: FailureLimiter, credential: string, address: string | undefined = NATED) {
  return limiter.limit({ credential, address: () => address }, async () =>
    credential.startsWith("good") ? credential : undefined,
  );
}

async function failToTheLimit(limiter: FailureLimiter, address?: string): Promise<void> {
  for (let n = 0; n < LIMIT; n++) expect(await attempt(limiter, `wrong ${n}`, address)).toBeUndefined();
}

/** A look that lasts until it is told what comes of it. */
function slowLook(limiter: FailureLimiter, credential: string, address = NATED) {
  const verdict = Promise.withResolvers<string | undefined>();
  const begun = Promise.withResolvers<void>();
  const done = limiter.limit({ credential, address: () => address }, () => {
    begun.resolve();
    return verdict.promise;
  });
  return { begun: begun.promise, end: verdict.resolve, done };
}

describe("createFailureLimiter", () => {
  it("refuses what fails beyond the limit of its address, and tells how long to wait", async () => {
    const limiter = createFailureLimiter(LIMIT);
    await failToTheLimit(limiter);
    await expect(attempt(limiter, "wrong")).rejects.toMatchObject({ ...refused, retryAfterSeconds: 60 });
    expect(await attempt(limiter, "wrong", "198.51.100.1")).toBeUndefined();
  });

  it("never counts or refuses what has opened, whoever fails beside it", async () => {
    const limiter = createFailureLimiter(LIMIT);
    for (let n = 0; n < 10 * LIMIT; n++) expect(await attempt(limiter, "good")).toBe("good");
    await failToTheLimit(limiter);
    const guess = slowLook(limiter, "wrong");
    await guess.begun;
    for (let n = 0; n < 10 * LIMIT; n++) expect(await attempt(limiter, "good")).toBe("good");
    guess.end(undefined);
    await expect(guess.done).rejects.toMatchObject(refused);
  });

  it("lets in what opens for the first time above the limit", async () => {
    const limiter = createFailureLimiter(LIMIT);
    await failToTheLimit(limiter);
    expect(await attempt(limiter, "good and new")).toBe("good and new");
  });

  it("looks above the limit at one at a time, from all addresses together", async () => {
    const limiter = createFailureLimiter(LIMIT);
    await failToTheLimit(limiter);
    await failToTheLimit(limiter, "198.51.100.1");
    const guess = slowLook(limiter, "wrong");
    await guess.begun;
    let looks = 0;
    const guesses = ["wrong", "good"].flatMap((credential) =>
      [NATED, "198.51.100.1"].map((address) =>
        limiter.limit({ credential, address: () => address }, async () => void looks++),
      ),
    );
    for (const result of await Promise.allSettled(guesses)) {
      expect(result).toMatchObject({ status: "rejected", reason: { reason: "rate_limited", retryAfterSeconds: 60 } });
    }
    expect(looks).toBe(0);
    guess.end(undefined);
    await expect(guess.done).rejects.toMatchObject(refused);
    expect(await attempt(limiter, "good")).toBe("good");
  });

  it("counts no outage, and goes on looking after one", async () => {
    const limiter = createFailureLimiter(LIMIT);
    const outage = new Error("the database is away");
    const meetOutage = () => limiter.limit({ credential: "any", address: () => NATED }, () => Promise.reject(outage));
    for (let n = 0; n < 2 * LIMIT; n++) await expect(meetOutage()).rejects.toBe(outage);
    await failToTheLimit(limiter);
    await expect(meetOutage()).rejects.toBe(outage);
    expect(await attempt(limiter, "good")).toBe("good");
  });

  it("counts again what opens no longer", async () => {
    const limiter = createFailureLimiter(LIMIT);
    const revoked = () => limiter.limit({ credential: "good", address: () => NATED }, async () => undefined);
    await attempt(limiter, "good");
    // The first only tells that it is revoked.
    for (let n = 0; n <= LIMIT; n++) expect(await revoked()).toBeUndefined();
    await expect(revoked()).rejects.toMatchObject(refused);
  });

  it("takes the network of an IPv6 address for one client", async () => {
    const limiter = createFailureLimiter(LIMIT);
    for (const address of ["2001:db8:0:1::1", "2001:db8:0:1:ffff:0:0:2", "2001:db8:0:1::"]) {
      expect(await attempt(limiter, "wrong", address)).toBeUndefined();
    }
    await expect(attempt(limiter, "wrong", "2001:db8:0:1:a:b:c:d")).rejects.toMatchObject(refused);
    expect(await attempt(limiter, "wrong", "2001:db8:0:2::1")).toBeUndefined();
    expect(await attempt(limiter, "wrong", "2001:db8::1")).toBeUndefined();
  });

  it("counts clients without an address together", async () => {
    const limiter = createFailureLimiter(LIMIT);
    const fail = () => limiter.limit({ credential: "wrong", address: () => undefined }, async () => undefined);
    for (let n = 0; n < LIMIT; n++) expect(await fail()).toBeUndefined();
    await expect(fail()).rejects.toMatchObject(refused);
  });

  it("limits nothing when it is switched off", async () => {
    const limiter = createFailureLimiter(0);
    for (let n = 0; n < 1_000; n++) expect(await attempt(limiter, "wrong")).toBeUndefined();
  });
});
