import {
  apiKeyKind,
  credentialHint,
  digestCredential,
  mintCredential,
  readCredentialIds,
} from "../credential/credential.ts";
import { DomainError } from "../error/domain-error.ts";
import { newId } from "../identity/id.ts";
import type { ApiKey } from "./api-key.ts";
import { fullAccess } from "./api-scope.ts";
import { auditApiKey } from "./audit-api-key.ts";
import type { ApiKeyIssuer } from "./issue-api-key.ts";

/** A new API key's text; it opens nothing until it is registered. */
export function mintApiKey(): string {
  return mintCredential(apiKeyKind, [newId()]);
}

/**
 * Makes a minted key valid that may do everything, for ever: the command line's. Registering it again changes nothing.
 * @returns its id
 * @throws DomainError `invalid_value` when it is no key.
 */
export async function registerApiKey(
  { apiKeys, pepper }: Pick<ApiKeyIssuer, "apiKeys" | "pepper">,
  { text, name }: { text: string; name: string },
): Promise<string> {
  const [id] = readCredentialIds(apiKeyKind, text) ?? [];
  if (id === undefined)
    throw new DomainError({ code: "invalid_value", attribute: "apiKey", reason: "it is not an API key" });
  const key: ApiKey = {
    id,
    name,
    hint: credentialHint(text),
    scopes: fullAccess,
    tenantId: null,
    createdAt: new Date(),
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
  };
  const audit = [auditApiKey("api_key.created", { kind: "system" }, id)];
  await apiKeys.insert(key, digestCredential(pepper, text), { audit });
  return id;
}
