import {
  createToken,
  DEFAULT_ROTATION_OVERLAP_SECONDS,
  type Directory,
  DomainError,
  MAX_ROTATION_OVERLAP_SECONDS,
  revokeToken,
  rotateToken,
} from "@rollcall/domain";
import { once } from "../idempotency/once.ts";
import { toIssuedToken, toToken } from "../models/to-token.ts";
import { tenantEndpoint, tenantInput } from "../procedure.ts";
import { id } from "../schemas/id.ts";
import { instantInput } from "../schemas/instant.ts";
import { overlapInput } from "../schemas/overlap.ts";
import { listOf } from "../schemas/page.ts";
import { issuedTokenSchema, tokenName, tokenSchema } from "../schemas/token.ts";
import { trpc } from "../trpc.ts";

const overlapSeconds = overlapInput({ max: MAX_ROTATION_OVERLAP_SECONDS, byDefault: DEFAULT_ROTATION_OVERLAP_SECONDS });

export const tokens = trpc.router({
  list: tenantEndpoint("tokens:read", {
    method: "GET",
    path: "/tenants/{tenantId}/tokens",
    operationId: "listTokens",
    tag: "Tokens",
    summary: "List tokens",
    description: "All tokens of a tenant or of one connection, revoked and expired ones too, newest first.",
  })
    .input(tenantInput({ connectionId: id.optional() }))
    .output(listOf(tokenSchema, "TokenList"))
    .query(async ({ ctx, input }) => ({
      items: (await ctx.directory.tokens.list(input.connectionId)).map(toToken),
    })),

  create: tenantEndpoint("tokens:write", {
    method: "POST",
    path: "/tenants/{tenantId}/tokens",
    operationId: "createToken",
    tag: "Tokens",
    summary: "Create a token",
    description:
      "Issues a token for a connection, by default the tenant's oldest. The answer is the only time its secret is shown. A connection has at most two live tokens.",
    successStatus: 201,
    errors: ["token_limit"],
  })
    .input(
      tenantInput({
        connectionId: id.optional(),
        name: tokenName.default("Token"),
        expiresAt: instantInput.optional(),
      }),
    )
    .output(issuedTokenSchema)
    .mutation(
      once(issuedTokenSchema, async ({ ctx, input: { tenantId, name, expiresAt, ...input } }) => {
        const { directory, pepper, caller } = ctx;
        const connectionId = input.connectionId ?? (await oldestConnectionId(directory));
        const request = { tenantId, connectionId, name, expiresAt, actor: caller.actor };
        return toIssuedToken(await createToken({ tokens: directory.tokens, pepper }, request), ctx.scimUrl);
      }),
    ),

  rotate: tenantEndpoint("tokens:write", {
    method: "POST",
    path: "/tenants/{tenantId}/tokens/{tokenId}/rotate",
    operationId: "rotateToken",
    tag: "Tokens",
    summary: "Rotate a token",
    description:
      "Issues a successor under the same name and lets the old token run out after the overlap. The answer is the only time the new secret is shown.",
    successStatus: 201,
    errors: ["token_limit"],
  })
    .input(tenantInput({ tokenId: id, overlapSeconds }))
    .output(issuedTokenSchema)
    .mutation(
      once(issuedTokenSchema, async ({ ctx, input: { tenantId, tokenId, overlapSeconds } }) => {
        const { directory, pepper, caller } = ctx;
        const rotation = { tenantId, id: tokenId, overlapSeconds, actor: caller.actor };
        return toIssuedToken(await rotateToken({ tokens: directory.tokens, pepper }, rotation), ctx.scimUrl);
      }),
    ),

  revoke: tenantEndpoint("tokens:write", {
    method: "DELETE",
    path: "/tenants/{tenantId}/tokens/{tokenId}",
    operationId: "revokeToken",
    tag: "Tokens",
    summary: "Revoke a token",
    description: "Ends a token; within a second it opens nothing anywhere. Revoking it again changes nothing.",
  })
    .input(tenantInput({ tokenId: id }))
    .output(tokenSchema)
    .mutation(async ({ ctx, input }) => toToken(await revokeToken(ctx.directory.tokens, input.tokenId, ctx.actor))),
});

async function oldestConnectionId({ connections, tenantId }: Directory): Promise<string> {
  const [oldest] = await connections.list();
  if (oldest === undefined) throw new DomainError({ code: "not_found", resource: "connection", id: tenantId });
  return oldest.id;
}
