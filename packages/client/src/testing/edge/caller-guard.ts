import { createApiKeyAuthenticator, failedAuthentication } from "@rollcall/domain";
import { ApiError, type ApiServices, bearerCredential, type Caller, callerOfKey, publicPaths } from "@rollcall/rpc";
import { LOOPBACK } from "./loopback.ts";

interface GuardedRequest {
  readonly path: string;
  readonly requestId: string;
}

export type IdentifyCaller = (request: Request, at: GuardedRequest) => Promise<Caller | undefined>;

/**
 * Finds out who calls, and lets nobody else pass but where everybody is welcome.
 * @throws ApiError `unauthenticated`.
 */
export function createCallerGuard({ openPlatform, pepper, onDenied }: ApiServices): IdentifyCaller {
  const { apiKeys } = openPlatform();
  const authenticate = createApiKeyAuthenticator({ apiKeys, pepper, onTouchError: () => undefined });
  const openPaths = publicPaths();

  return async ({ headers }, { path, requestId }) => {
    const authorization = headers.get("authorization");
    const credential = bearerCredential(authorization === null ? [] : [authorization]);
    const onRefused = (id: string) => onDenied(failedAuthentication("api_key", id), { requestId, ipAddress: LOOPBACK });
    const identity = credential === undefined ? undefined : await authenticate(credential, onRefused);
    if (identity !== undefined) return callerOfKey(identity);
    if (credential === undefined && openPaths.has(path)) return undefined;
    throw new ApiError("unauthenticated");
  };
}
