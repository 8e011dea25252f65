import { DomainError } from "../error/domain-error.ts";

interface ExpiryRule {
  readonly now: Date;
  /** Default and limit. */
  readonly maxDays: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** When a new credential ends. @throws DomainError `invalid_value` when that is in the past or too far ahead. */
export function checkExpiry(wanted: Date | undefined, { now, maxDays }: ExpiryRule): Date {
  const latest = new Date(now.getTime() + maxDays * DAY_MS);
  if (wanted === undefined) return latest;
  if (wanted <= now)
    throw new DomainError({ code: "invalid_value", attribute: "expiresAt", reason: "it is in the past" });
  if (wanted > latest) {
    const reason = `it is more than ${maxDays} days ahead`;
    throw new DomainError({ code: "invalid_value", attribute: "expiresAt", reason });
  }
  return wanted;
}
