import { apiKeyKind, digestCredential, readCredentialIds } from "../credential/credential.ts";
import { matchDigest, type Peppers } from "../credential/peppers.ts";
import { createVerdictCache } from "../credential/verdict-cache.ts";
import { createOnceAMinute } from "../throttle/once-a-minute.ts";
import type { ApiKey } from "./api-key.ts";
import type { ApiKeyRepository, ApiKeyVerdict } from "./api-key-repository.ts";

/** Which service an API key speaks for, and what it may do. */
export interface ApiKeyIdentity extends Pick<ApiKey, "scopes" | "tenantId"> {
  readonly apiKeyId: string;
}

export interface ApiKeyAuthenticatorOptions extends Peppers {
  readonly apiKeys: ApiKeyRepository;
  /** Told when a key's last use, or its new digest, could not be written; the request goes on. */
  readonly onTouchError: (error: unknown) => void;
}

/**
 * Finds out whom an API key speaks for, or undefined for one that is malformed, unknown, wrong, revoked or expired.
 * A malformed key costs no query, and a live one costs one point read a second. The digest is compared in constant
 * time on every call; the cache only saves the read. A digest made with the previous pepper is replaced, off the request's
 * path.
 */
export function createApiKeyAuthenticator({ apiKeys, onTouchError, ...peppers }: ApiKeyAuthenticatorOptions) {
  const readVerdict = createVerdictCache<ApiKeyVerdict>();
  const noteUse = createOnceAMinute(onTouchError);
  const renewDigest = createOnceAMinute(onTouchError);

  /** `onRefused` is told of a key that exists and does not open: the secret is another, or it was revoked or ran out. */
  return async function authenticateApiKey(
    text: string,
    onRefused: (apiKeyId: string) => void = () => undefined,
  ): Promise<ApiKeyIdentity | undefined> {
    const [id] = readCredentialIds(apiKeyKind, text) ?? [];
    if (id === undefined) return undefined;
    const verdict = await readVerdict(id, () => apiKeys.findVerdict(id)).value;
    if (verdict === undefined) return undefined;
    const match = matchDigest(peppers, text, verdict.digest);
    if (match === undefined || !verdict.live) {
      onRefused(id);
      return undefined;
    }
    if (match === "previous") {
      const digest = digestCredential(peppers.pepper, text);
      renewDigest(id, () => apiKeys.replaceDigest(id, { old: verdict.digest, digest }));
    }
    noteUse(id, () => apiKeys.touch(id));
    return { apiKeyId: id, scopes: verdict.scopes, tenantId: verdict.tenantId };
  };
}
