import { apiKeyKind, digestCredential, readCredentialIds, sameDigest } from "../credential/credential.ts";
import type { ApiKeyRepository } from "./api-key-repository.ts";

/** Which service an API key speaks for. */
export interface ApiKeyIdentity {
  readonly apiKeyId: string;
}

/** The identity behind a key, or undefined for one that is malformed, unknown, wrong or revoked. */
export async function authenticateApiKey(
  { apiKeys, pepper }: { apiKeys: ApiKeyRepository; pepper: string },
  text: string,
): Promise<ApiKeyIdentity | undefined> {
  const [id] = readCredentialIds(apiKeyKind, text) ?? [];
  if (id === undefined) return undefined;
  const verdict = await apiKeys.findVerdict(id);
  if (verdict === undefined || !sameDigest(verdict.digest, digestCredential(pepper, text)) || !verdict.live)
    return undefined;
  return { apiKeyId: id };
}
