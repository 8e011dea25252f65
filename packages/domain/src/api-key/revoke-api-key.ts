import type { ApiKey } from "./api-key.ts";
import { type ApiKeyMaker, findApiKey } from "./api-key-maker.ts";
import type { ApiKeyRepository } from "./api-key-repository.ts";
import { auditApiKey } from "./audit-api-key.ts";

/** Ends a key now. Revoking it again changes nothing. @throws DomainError `not_found`, also for another tenant's key. */
export async function revokeApiKey(
  apiKeys: ApiKeyRepository,
  { id, maker }: { id: string; maker: ApiKeyMaker },
): Promise<ApiKey> {
  await findApiKey(apiKeys, id, maker);
  await apiKeys.revoke(id, auditApiKey("api_key.revoked", maker.actor, id));
  return await findApiKey(apiKeys, id, maker);
}
