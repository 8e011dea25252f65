import { apiKeyKind, digestCredential, readCredentialIds, sameDigest } from "../credential/credential.ts";
import { createTouchLimiter } from "../credential/touch-limiter.ts";
import { createVerdictCache } from "../credential/verdict-cache.ts";
import type { ApiKey } from "./api-key.ts";
import type { ApiKeyRepository, ApiKeyVerdict } from "./api-key-repository.ts";

/** Which service an API key speaks for, and what it may do. */
export interface ApiKeyIdentity extends Pick<ApiKey, "scopes" | "tenantId"> {
  readonly apiKeyId: string;
}

export interface ApiKeyAuthenticatorOptions {
  readonly apiKeys: ApiKeyRepository;
  readonly pepper: string;
  /** Told when a key's last use could not be noted; the request goes on. */
  readonly onTouchError: (error: unknown) => void;
}

/**
 * Finds out whom an API key speaks for, or undefined for one that is malformed, unknown, wrong, revoked or expired.
 * A malformed key costs no query, and a live one costs one point read a second. The digest is compared in constant
 * time on every call; the cache only saves the read.
 */
export function createApiKeyAuthenticator({ apiKeys, pepper, onTouchError }: ApiKeyAuthenticatorOptions) {
  const readVerdict = createVerdictCache<ApiKeyVerdict>();
  const noteUse = createTouchLimiter(onTouchError);

  return async function authenticateApiKey(text: string): Promise<ApiKeyIdentity | undefined> {
    const [id] = readCredentialIds(apiKeyKind, text) ?? [];
    if (id === undefined) return undefined;
    const verdict = await readVerdict(id, () => apiKeys.findVerdict(id));
    if (verdict === undefined || !sameDigest(verdict.digest, digestCredential(pepper, text)) || !verdict.live)
      return undefined;
    noteUse(id, () => apiKeys.touch(id));
    return { apiKeyId: id, scopes: verdict.scopes, tenantId: verdict.tenantId };
  };
}
