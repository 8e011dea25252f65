import type { ApiKey, IssuedApiKey } from "@rollcall/domain";
import type { z } from "zod";
import type { apiKeySchema, issuedApiKeySchema } from "../schemas/api-key.ts";

export function toApiKey(apiKey: ApiKey): z.input<typeof apiKeySchema> {
  return {
    ...apiKey,
    scopes: [...apiKey.scopes],
    createdAt: apiKey.createdAt.toISOString(),
    expiresAt: apiKey.expiresAt?.toISOString() ?? null,
    lastUsedAt: apiKey.lastUsedAt?.toISOString() ?? null,
    revokedAt: apiKey.revokedAt?.toISOString() ?? null,
  };
}

/** The one place where an API key's secret leaves. */
export function toIssuedApiKey({ apiKey, secret }: IssuedApiKey): z.input<typeof issuedApiKeySchema> {
  return { ...toApiKey(apiKey), apiKey: secret };
}
