import { LRUCache } from "lru-cache";
import { digestCredential, readCredentialIds, sameDigest, tokenKind } from "../credential/credential.ts";
import type { OpenDirectory } from "../directory/directory.ts";
import type { ConnectionRules, TokenVerdict } from "./token-repository.ts";

/** Whom a token speaks for. */
export interface TokenIdentity {
  readonly tenantId: string;
  readonly connection: ConnectionRules;
  readonly tokenId: string;
}

export interface TokenAuthenticatorOptions {
  readonly openDirectory: OpenDirectory;
  readonly pepper: string;
  /** Told when a token's last use could not be noted; the request goes on. */
  readonly onTouchError: (error: unknown) => void;
}

/** A revocation must bite everywhere within a second. */
const VERDICT_TTL_MS = 1_000;
const TOUCH_INTERVAL_MS = 60_000;
const MAX_CACHED = 10_000;

/**
 * Finds out whom a bearer token speaks for, or undefined. A malformed token costs no query, and a live one costs one
 * point read a second. The digest is compared in constant time on every call; the cache only saves the read.
 */
export function createTokenAuthenticator({ openDirectory, pepper, onTouchError }: TokenAuthenticatorOptions) {
  const verdicts = new LRUCache<string, Promise<TokenVerdict | undefined>>({ max: MAX_CACHED, ttl: VERDICT_TTL_MS });
  const touched = new LRUCache<string, true>({ max: MAX_CACHED, ttl: TOUCH_INTERVAL_MS });

  return async function authenticateToken(text: string): Promise<TokenIdentity | undefined> {
    const [tenantId, tokenId] = readCredentialIds(tokenKind, text) ?? [];
    if (tenantId === undefined || tokenId === undefined) return undefined;
    const { tokens } = openDirectory(tenantId);
    const verdict = await cachedVerdict(`${tenantId}/${tokenId}`, () => tokens.findVerdict(tokenId));
    if (verdict === undefined || !sameDigest(verdict.digest, digestCredential(pepper, text)) || !verdict.live)
      return undefined;
    if (!touched.has(tokenId)) {
      touched.set(tokenId, true);
      tokens.touch(tokenId).catch(onTouchError);
    }
    return { tenantId, tokenId, connection: verdict.connection };
  };

  function cachedVerdict(key: string, read: () => Promise<TokenVerdict | undefined>) {
    const cached = verdicts.get(key);
    if (cached !== undefined) return cached;
    const fresh = read();
    verdicts.set(key, fresh);
    // An outage is not a verdict, and an unknown token is not worth a place.
    fresh.then(
      (verdict) => verdict === undefined && verdicts.delete(key),
      () => verdicts.delete(key),
    );
    return fresh;
  }
}
