import { checkExpiry } from "../credential/check-expiry.ts";
import { DomainError } from "../error/domain-error.ts";
import { MAX_API_KEY_LIFETIME_DAYS, MAX_API_KEY_OVERLAP_SECONDS } from "./api-key.ts";
import { type ApiKeyMaker, checkScopes, findApiKey } from "./api-key-maker.ts";
import { type ApiKeyIssuer, issueApiKey, type IssuedApiKey } from "./issue-api-key.ts";

export interface ApiKeyRotation {
  readonly id: string;
  /** How long the old key goes on working, at most MAX_API_KEY_OVERLAP_SECONDS; 0 ends it at once. */
  readonly overlapSeconds: number;
  readonly maker: ApiKeyMaker;
}

/**
 * Issues a successor of a key with the same name, scopes and tenant, and lets the old one run out.
 * @throws DomainError `not_found` for a key that is unknown, no longer live, or not of the maker's tenant,
 * `scope_exceeded` when it may do more than the maker, `invalid_value` for the overlap.
 */
export async function rotateApiKey(
  issuer: Pick<ApiKeyIssuer, "apiKeys" | "pepper">,
  { id, overlapSeconds, maker }: ApiKeyRotation,
): Promise<IssuedApiKey> {
  if (overlapSeconds < 0 || overlapSeconds > MAX_API_KEY_OVERLAP_SECONDS) {
    const reason = `it is not between 0 and ${MAX_API_KEY_OVERLAP_SECONDS}`;
    throw new DomainError({ code: "invalid_value", attribute: "overlapSeconds", reason });
  }
  const { name, scopes, tenantId } = await findApiKey(issuer.apiKeys, id, maker);
  checkScopes(scopes, maker);
  const now = new Date();
  return await issueApiKey(issuer, {
    name,
    scopes,
    tenantId,
    createdAt: now,
    expiresAt: checkExpiry(undefined, { now, maxDays: MAX_API_KEY_LIFETIME_DAYS }),
    endOther: { id, at: new Date(now.getTime() + overlapSeconds * 1000) },
    actor: maker.actor,
  });
}
