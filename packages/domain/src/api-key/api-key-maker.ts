import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import type { ApiKey } from "./api-key.ts";
import type { ApiKeyRepository } from "./api-key-repository.ts";
import { type ApiScope, grantsScope } from "./api-scope.ts";

/** Who makes or changes API keys: nobody gives more than they have, nor reaches beyond their own tenant. */
export interface ApiKeyMaker {
  readonly actor: Actor;
  readonly scopes: readonly ApiScope[];
  /** null: every tenant. */
  readonly tenantId: string | null;
}

/** @throws DomainError `scope_exceeded` that names what the maker lacks. */
export function checkScopes(scopes: readonly ApiScope[], maker: ApiKeyMaker): void {
  const missing = scopes.filter((scope) => !grantsScope(maker.scopes, scope));
  if (missing.length > 0) throw new DomainError({ code: "scope_exceeded", scopes: missing });
}

/** The key with that id. @throws DomainError `not_found`, also for one that is not of the maker's tenant. */
export async function findApiKey(
  apiKeys: ApiKeyRepository,
  id: string,
  { tenantId }: Pick<ApiKeyMaker, "tenantId">,
): Promise<ApiKey> {
  const key = await apiKeys.find(id);
  if (key !== undefined && (tenantId === null || key.tenantId === tenantId)) return key;
  throw new DomainError({ code: "not_found", resource: "api_key", id });
}
