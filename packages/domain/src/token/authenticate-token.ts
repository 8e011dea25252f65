import { digestCredential, readCredentialIds, tokenKind } from "../credential/credential.ts";
import { createOpenedCredentials } from "../credential/opened-credentials.ts";
import { matchDigest, type Peppers } from "../credential/peppers.ts";
import { createVerdictCache } from "../credential/verdict-cache.ts";
import type { OpenDirectory } from "../directory/directory.ts";
import { createOnceAMinute } from "../throttle/once-a-minute.ts";
import type { ConnectionRules, TokenVerdict } from "./token-repository.ts";

/** Whom a token speaks for. */
export interface TokenIdentity {
  readonly tenantId: string;
  readonly connection: ConnectionRules;
  readonly tokenId: string;
}

/** A token that exists and does not open: the secret is another, or it was revoked or ran out. */
export type RefusedToken = Pick<TokenIdentity, "tenantId" | "tokenId">;

export interface TokenAuthenticatorOptions extends Peppers {
  readonly openDirectory: OpenDirectory;
  /** Told when a token's last use, or its new digest, could not be written; the request goes on. */
  readonly onTouchError: (error: unknown) => void;
}

/**
 * Finds out whom a bearer token speaks for, or undefined. A malformed token costs no query, and a live one costs one
 * point read and one comparison of digests, in constant time, a second; in between it is known by its SHA-256. A digest
 * made with the previous pepper is replaced, off the request's path.
 */
export function createTokenAuthenticator({ openDirectory, onTouchError, ...peppers }: TokenAuthenticatorOptions) {
  const opened = createOpenedCredentials<TokenIdentity>();
  const readVerdict = createVerdictCache<TokenVerdict>();
  const noteUse = createOnceAMinute(onTouchError);
  const renewDigest = createOnceAMinute(onTouchError);

  return async function authenticateToken(
    text: string,
    onRefused: (token: RefusedToken) => void = () => undefined,
  ): Promise<TokenIdentity | undefined> {
    return opened.find(text) ?? (await lookUp(text, onRefused));
  };

  async function lookUp(text: string, onRefused: (token: RefusedToken) => void): Promise<TokenIdentity | undefined> {
    const [tenantId, tokenId] = readCredentialIds(tokenKind, text) ?? [];
    if (tenantId === undefined || tokenId === undefined) return undefined;
    const { tokens } = openDirectory(tenantId);
    const { value, goodUntil } = readVerdict(`${tenantId}/${tokenId}`, () => tokens.findVerdict(tokenId));
    const verdict = await value;
    if (verdict === undefined) return undefined;
    const match = matchDigest(peppers, text, verdict.digest);
    if (match === undefined || !verdict.live) {
      onRefused({ tenantId, tokenId });
      return undefined;
    }
    if (match === "previous") {
      const digest = digestCredential(peppers.pepper, text);
      renewDigest(tokenId, () => tokens.replaceDigest(tokenId, { old: verdict.digest, digest }));
    }
    noteUse(tokenId, () => tokens.touch(tokenId));
    const identity = { tenantId, tokenId, connection: verdict.connection };
    opened.remember(text, { value: identity, goodUntil });
    return identity;
  }
}
