import type { ApiKeyIdentity } from "@rollcall/domain";
import type { Caller } from "../caller.ts";

/** Whom an API key speaks for. */
export function callerOfKey({ apiKeyId, scopes, tenantId }: ApiKeyIdentity): Caller {
  return { actor: { kind: "api_key", id: apiKeyId }, scopes, tenantId };
}
