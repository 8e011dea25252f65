import { digestCredential, readCredentialIds, sameDigest, tokenKind } from "../credential/credential.ts";
import { createTouchLimiter } from "../credential/touch-limiter.ts";
import { createVerdictCache } from "../credential/verdict-cache.ts";
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

/**
 * Finds out whom a bearer token speaks for, or undefined. A malformed token costs no query, and a live one costs one
 * point read a second. The digest is compared in constant time on every call; the cache only saves the read.
 */
export function createTokenAuthenticator({ openDirectory, pepper, onTouchError }: TokenAuthenticatorOptions) {
  const readVerdict = createVerdictCache<TokenVerdict>();
  const noteUse = createTouchLimiter(onTouchError);

  return async function authenticateToken(text: string): Promise<TokenIdentity | undefined> {
    const [tenantId, tokenId] = readCredentialIds(tokenKind, text) ?? [];
    if (tenantId === undefined || tokenId === undefined) return undefined;
    const { tokens } = openDirectory(tenantId);
    const verdict = await readVerdict(`${tenantId}/${tokenId}`, () => tokens.findVerdict(tokenId));
    if (verdict === undefined || !sameDigest(verdict.digest, digestCredential(pepper, text)) || !verdict.live)
      return undefined;
    noteUse(tokenId, () => tokens.touch(tokenId));
    return { tenantId, tokenId, connection: verdict.connection };
  };
}
