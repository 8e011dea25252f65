import { createApiKeyAuthenticator, failedAuthentication } from "@rollcall/domain";
import { ApiError, type ApiServices, type Caller, listEndpoints } from "@rollcall/rpc";
import { LOOPBACK } from "./loopback.ts";

interface GuardedRequest {
  readonly path: string;
  readonly requestId: string;
}

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

export type IdentifyCaller = (request: Request, at: GuardedRequest) => Promise<Caller | undefined>;

/**
 * Finds out who calls, and lets nobody else pass but where everybody is welcome.
 * @throws ApiError `unauthenticated`.
 */
export function createCallerGuard({ openPlatform, pepper, onDenied }: ApiServices): IdentifyCaller {
  const { apiKeys } = openPlatform();
  const authenticate = createApiKeyAuthenticator({ apiKeys, pepper, onTouchError: () => undefined });
  const open = listEndpoints().filter(({ access }) => access === "public");
  const openPaths = new Set(open.flatMap(({ path, procedure }) => [path, `/${procedure}`]));

  return async ({ headers }, { path, requestId }) => {
    const credential = BEARER.exec(headers.get("authorization") ?? "")?.[1];
    const onRefused = (id: string) => onDenied(failedAuthentication("api_key", id), { requestId, ipAddress: LOOPBACK });
    const identity = credential === undefined ? undefined : await authenticate(credential, onRefused);
    if (identity !== undefined) {
      const { apiKeyId, scopes, tenantId } = identity;
      return { actor: { kind: "api_key", id: apiKeyId }, scopes, tenantId };
    }
    if (credential === undefined && openPaths.has(path)) return undefined;
    throw new ApiError("unauthenticated");
  };
}
