import {
  createApiKey,
  DEFAULT_API_KEY_OVERLAP_SECONDS,
  MAX_API_KEY_LIFETIME_DAYS,
  MAX_API_KEY_OVERLAP_SECONDS,
  revokeApiKey,
  rotateApiKey,
} from "@rollcall/domain";
import { z } from "zod";
import type { ApiContext } from "../context.ts";
import { once } from "../idempotency/once.ts";
import { toApiKey, toIssuedApiKey } from "../models/to-api-key.ts";
import { scopedEndpoint } from "../procedure.ts";
import { apiKeyName, apiKeySchema, apiScope, issuedApiKeySchema } from "../schemas/api-key.ts";
import { id } from "../schemas/id.ts";
import { instantInput } from "../schemas/instant.ts";
import { overlapInput } from "../schemas/overlap.ts";
import { pageInput, pageOf, toPage } from "../schemas/page.ts";
import { trpc } from "../trpc.ts";

const overlapSeconds = overlapInput({ max: MAX_API_KEY_OVERLAP_SECONDS, byDefault: DEFAULT_API_KEY_OVERLAP_SECONDS });

export const apiKeys = trpc.router({
  list: scopedEndpoint("api_keys:read", {
    method: "GET",
    path: "/api-keys",
    operationId: "listApiKeys",
    tag: "API keys",
    summary: "List API keys",
    description: "API keys of the deployment or of one tenant, revoked and expired ones too, newest first.",
  })
    .input(z.strictObject({ ...pageInput, tenantId: id.optional() }))
    .output(pageOf(apiKeySchema, "ApiKeyPage"))
    .query(async ({ ctx, input: { tenantId, cursor, limit } }) => {
      const page = { beforeId: cursor?.id, count: limit };
      const bound = ctx.caller.tenantId;
      // What a caller cannot reach has no keys.
      if (bound !== null && tenantId !== undefined && tenantId !== bound) return { items: [], nextCursor: null };
      return toPage(await ctx.platform.apiKeys.list({ ...page, tenantId: bound ?? tenantId }), toApiKey);
    }),

  create: scopedEndpoint("api_keys:write", {
    method: "POST",
    path: "/api-keys",
    operationId: "createApiKey",
    tag: "API keys",
    summary: "Create an API key",
    description: `Issues a key with the given scopes, for all tenants or for one. Nobody can give more than they have. The answer is the only time its secret is shown. It lives at most ${MAX_API_KEY_LIFETIME_DAYS} days.`,
    successStatus: 201,
    errors: ["scope_exceeded", "not_found", "tenant_deleted"],
  })
    .input(
      z.strictObject({
        name: apiKeyName,
        scopes: z.array(apiScope).min(1),
        tenantId: id.optional().meta({ description: "The one tenant it reaches; absent: whatever its maker reaches" }),
        expiresAt: instantInput.optional(),
      }),
    )
    .output(issuedApiKeySchema)
    .mutation(
      once(issuedApiKeySchema, async ({ ctx, input }) =>
        toIssuedApiKey(await createApiKey(issuerOf(ctx), { ...input, maker: ctx.caller })),
      ),
    ),

  rotate: scopedEndpoint("api_keys:write", {
    method: "POST",
    path: "/api-keys/{apiKeyId}/rotate",
    operationId: "rotateApiKey",
    tag: "API keys",
    summary: "Rotate an API key",
    description:
      "Issues a successor with the same name, scopes and tenant, and lets the old key run out after the overlap. The answer is the only time the new secret is shown.",
    successStatus: 201,
    errors: ["scope_exceeded"],
  })
    .input(z.strictObject({ apiKeyId: id, overlapSeconds }))
    .output(issuedApiKeySchema)
    .mutation(
      once(issuedApiKeySchema, async ({ ctx, input: { apiKeyId, overlapSeconds } }) =>
        toIssuedApiKey(await rotateApiKey(issuerOf(ctx), { id: apiKeyId, overlapSeconds, maker: ctx.caller })),
      ),
    ),

  revoke: scopedEndpoint("api_keys:write", {
    method: "DELETE",
    path: "/api-keys/{apiKeyId}",
    operationId: "revokeApiKey",
    tag: "API keys",
    summary: "Revoke an API key",
    description: "Ends a key; within a second it opens nothing anywhere. Revoking it again changes nothing.",
  })
    .input(z.strictObject({ apiKeyId: id }))
    .output(apiKeySchema)
    .mutation(async ({ ctx, input }) =>
      toApiKey(await revokeApiKey(ctx.platform.apiKeys, { id: input.apiKeyId, maker: ctx.caller })),
    ),
});

function issuerOf({ platform: { apiKeys, tenants }, pepper }: ApiContext) {
  return { apiKeys, tenants, pepper };
}
