import { createApiKeyAuthenticator } from "@rollcall/domain";
import { type Caller, callerOfKey } from "@rollcall/rpc";
import type { ApiOptions } from "../api-options.ts";
import { createJwtAuthenticator } from "./jwt-authenticator.ts";

/** Whom a bearer credential speaks for; undefined for one that is not valid. Told apart is an API key that exists and does not open. */
export type Authenticate = (credential: string, onRefused: (apiKeyId: string) => void) => Promise<Caller | undefined>;

const API_KEY_PREFIX = "rlk_";

/** Knows API keys and, where the deployment takes them, the platform's own JWTs. @throws DomainError `unavailable`. */
export function createAuthenticate({ openPlatform, pepper, previousPepper, jwt, logger }: ApiOptions): Authenticate {
  const authenticateApiKey = createApiKeyAuthenticator({
    apiKeys: openPlatform().apiKeys,
    pepper,
    previousPepper,
    onTouchError: (error) => logger.warn({ err: error }, "could not note the use of an API key, or renew its digest"),
  });
  const authenticateJwt = jwt && createJwtAuthenticator(jwt);
  return async (credential, onRefused) => {
    if (!credential.startsWith(API_KEY_PREFIX)) return await authenticateJwt?.(credential);
    const identity = await authenticateApiKey(credential, onRefused);
    return identity && callerOfKey(identity);
  };
}
