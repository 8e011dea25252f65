import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { OverloadError } from "./overload-error.ts";
import { createRateLimiter } from "./rate-limiter.ts";

export interface FailureLimiter {
  /**
   * Has `authenticate` find out whom a credential speaks for, or refuses that because its client guesses.
   *
   * Clients share addresses, so one that fails must not lock out another: a credential that has opened here is never
   * refused, and one that has not is looked at above the limit too, but of all those only one at a time. However much
   * is guessed from however many addresses above the limit, it keeps one connection to the database busy at most.
   * @returns what `authenticate` gave: undefined for a credential that does not open.
   * @throws OverloadError `rate_limited` above the limit, unless the credential opens.
   */
  limit<TIdentity>(
    attempt: Attempt,
    authenticate: () => Promise<TIdentity | undefined>,
  ): Promise<TIdentity | undefined>;
}

interface Attempt {
  readonly credential: string;
  /** Of the client; asked for only when it matters. */
  readonly address: () => string | undefined;
}

/** Of one client address; far above what a client makes whose token has run out. */
export const MAX_FAILED_AUTHENTICATIONS_PER_MINUTE = 600;

/** Those that were used longest ago are forgotten. */
const MAX_KNOWN_CREDENTIALS = 100_000;

/** @param maxPerMinute failures of one address; 0 for no limit. */
export function createFailureLimiter(maxPerMinute: number = MAX_FAILED_AUTHENTICATIONS_PER_MINUTE): FailureLimiter {
  const failures = createRateLimiter(maxPerMinute, "failed authentications");
  /** What has opened, by its SHA-256: credentials themselves are not kept. */
  const known = new LRUCache<string, true>({ max: MAX_KNOWN_CREDENTIALS });
  let isLooking = false;

  return {
    async limit({ credential, address }, authenticate) {
      const digest = hash("sha256", credential, "base64");
      if (known.get(digest)) {
        const identity = await authenticate();
        if (identity === undefined) known.delete(digest);
        return identity;
      }
      const network = networkOf(address() ?? "");
      const { remaining, resetSeconds } = await failures.look(network);
      const identity = await (remaining > 0 ? authenticate() : lookAtOne(authenticate, resetSeconds));
      if (identity === undefined) await failures.count(network);
      else known.set(digest, true);
      return identity;
    },
  };

  async function lookAtOne<TIdentity>(authenticate: () => Promise<TIdentity>, waitSeconds: number): Promise<TIdentity> {
    if (isLooking) throw new OverloadError("rate_limited", "Too many failed authentications.", waitSeconds);
    isLooking = true;
    try {
      return await authenticate();
    } finally {
      isLooking = false;
    }
  }
}

/** What one client has all of: an IPv4 address, or the first half of an IPv6 address. */
function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const first = head.split(":");
  const last = tail?.split(":") ?? [];
  const omitted = Array.from({ length: IPV6_GROUPS - first.length - last.length }, () => "0");
  return [...first, ...omitted, ...last].slice(0, IPV6_GROUPS / 2).join(":");
}

const IPV6_GROUPS = 8;
