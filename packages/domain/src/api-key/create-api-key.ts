import { checkExpiry } from "../credential/check-expiry.ts";
import { DomainError } from "../error/domain-error.ts";
import { checkName } from "../identity/check-name.ts";
import { refuseDeleted } from "../tenant/change-tenant.ts";
import { MAX_API_KEY_LIFETIME_DAYS, MAX_API_KEY_NAME_LENGTH } from "./api-key.ts";
import { type ApiKeyMaker, checkScopes } from "./api-key-maker.ts";
import type { ApiScope } from "./api-scope.ts";
import { type ApiKeyIssuer, issueApiKey, type IssuedApiKey } from "./issue-api-key.ts";

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** The one tenant it reaches. Default: whatever its maker reaches. */
  readonly tenantId?: string | undefined;
  /** Default and limit: MAX_API_KEY_LIFETIME_DAYS from now. */
  readonly expiresAt?: Date | undefined;
  readonly maker: ApiKeyMaker;
}

/**
 * @throws DomainError `scope_exceeded` for scopes that the maker lacks, `not_found` for a tenant that is unknown or not
 * the maker's, `tenant_deleted`, `invalid_value` for the name, the expiry, or no scopes at all.
 */
export async function createApiKey(issuer: ApiKeyIssuer, request: NewApiKey): Promise<IssuedApiKey> {
  const { maker } = request;
  const name = checkName("name", request.name, MAX_API_KEY_NAME_LENGTH);
  const scopes = [...new Set(request.scopes)];
  if (scopes.length === 0) {
    throw new DomainError({ code: "invalid_value", attribute: "scopes", reason: "there are none" });
  }
  checkScopes(scopes, maker);
  const createdAt = new Date();
  return await issueApiKey(issuer, {
    name,
    scopes,
    tenantId: await reachOf(issuer, request),
    createdAt,
    expiresAt: checkExpiry(request.expiresAt, { now: createdAt, maxDays: MAX_API_KEY_LIFETIME_DAYS }),
    actor: maker.actor,
  });
}

async function reachOf({ tenants }: ApiKeyIssuer, { tenantId, maker }: NewApiKey): Promise<string | null> {
  const reach = tenantId ?? maker.tenantId;
  if (reach === null) return null;
  const mayReach = maker.tenantId === null || maker.tenantId === reach;
  const tenant = mayReach ? await tenants.find(reach) : undefined;
  if (tenant === undefined) throw new DomainError({ code: "not_found", resource: "tenant", id: reach });
  refuseDeleted(tenant);
  return tenant.id;
}
