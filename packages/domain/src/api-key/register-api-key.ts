import {
  apiKeyKind,
  credentialHint,
  digestCredential,
  mintCredential,
  readCredentialIds,
} from "../credential/credential.ts";
import { DomainError } from "../error/domain-error.ts";
import { newId } from "../identity/id.ts";
import type { ApiKeyRepository } from "./api-key-repository.ts";

/** A new API key's text; it opens nothing until it is registered. */
export function mintApiKey(): string {
  return mintCredential(apiKeyKind, [newId()]);
}

/** Makes a minted key valid; registering it again changes nothing. @throws DomainError `invalid_value` when it is no key. */
export async function registerApiKey(
  { apiKeys, pepper }: { apiKeys: ApiKeyRepository; pepper: string },
  { text, name }: { text: string; name: string },
): Promise<void> {
  const [id] = readCredentialIds(apiKeyKind, text) ?? [];
  if (id === undefined)
    throw new DomainError({ code: "invalid_value", attribute: "apiKey", reason: "it is not an API key" });
  const key = { id, name, hint: credentialHint(text), createdAt: new Date(), revokedAt: null };
  await apiKeys.insert(key, digestCredential(pepper, text));
}
