import { apiKeyKind, credentialHint, digestCredential, mintCredential } from "../credential/credential.ts";
import type { Peppers } from "../credential/peppers.ts";
import { newId } from "../identity/id.ts";
import type { Actor } from "../event/event.ts";
import type { TenantRepository } from "../tenant/tenant-repository.ts";
import type { ApiKey } from "./api-key.ts";
import type { ApiKeyInsertion, ApiKeyRepository } from "./api-key-repository.ts";
import { auditApiKey } from "./audit-api-key.ts";

export interface ApiKeyIssuer extends Pick<Peppers, "pepper"> {
  readonly apiKeys: ApiKeyRepository;
  readonly tenants: TenantRepository;
}

/** An API key together with its secret: the only time the secret can be read. */
export interface IssuedApiKey {
  readonly apiKey: ApiKey;
  readonly secret: string;
}

interface Issue extends Pick<ApiKey, "name" | "scopes" | "tenantId" | "createdAt" | "expiresAt"> {
  readonly actor: Actor;
  /** The old key of a rotation. */
  readonly endOther?: ApiKeyInsertion["endOther"];
}

/** Mints and stores a key whose right to exist has been checked. */
export async function issueApiKey(
  { apiKeys, pepper }: Pick<ApiKeyIssuer, "apiKeys" | "pepper">,
  { actor, endOther, ...description }: Issue,
): Promise<IssuedApiKey> {
  const id = newId();
  const secret = mintCredential(apiKeyKind, [id]);
  const apiKey: ApiKey = { id, ...description, hint: credentialHint(secret), lastUsedAt: null, revokedAt: null };
  await apiKeys.insert(apiKey, digestCredential(pepper, secret), {
    ...(endOther && { endOther }),
    audit: [
      auditApiKey("api_key.created", actor, id),
      ...(endOther === undefined ? [] : [auditApiKey("api_key.rotated", actor, endOther.id)]),
    ],
  });
  return { apiKey, secret };
}
