import { createApiKeyAuthenticator } from "@rollcall/domain";
import type { Caller } from "@rollcall/rpc";
import type { ApiOptions } from "../api-options.ts";
import { createJwtAuthenticator } from "./jwt-authenticator.ts";

/** Whom a bearer credential speaks for; undefined for one that is not valid. */
export type Authenticate = (credential: string) => Promise<Caller | undefined>;

const API_KEY_PREFIX = "rlk_";

/** Knows API keys and, where the deployment takes them, the platform's own JWTs. @throws DomainError `unavailable`. */
export function createAuthenticate({ openPlatform, pepper, jwt, logger }: ApiOptions): Authenticate {
  const authenticateApiKey = createApiKeyAuthenticator({
    apiKeys: openPlatform().apiKeys,
    pepper,
    onTouchError: (error) => logger.warn({ err: error }, "could not note the use of an API key"),
  });
  const authenticateJwt = jwt && createJwtAuthenticator(jwt);
  return async (credential) => {
    if (!credential.startsWith(API_KEY_PREFIX)) return await authenticateJwt?.(credential);
    const identity = await authenticateApiKey(credential);
    if (identity === undefined) return undefined;
    const { apiKeyId, scopes, tenantId } = identity;
    return { actor: { kind: "api_key", id: apiKeyId }, scopes, tenantId };
  };
}
