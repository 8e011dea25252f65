import type { IssuedToken, Token } from "@rollcall/domain";
import type { z } from "zod";
import type { issuedTokenSchema, tokenSchema } from "../schemas/token.ts";

export function toToken(token: Token): z.input<typeof tokenSchema> {
  return {
    ...token,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
  };
}

/** The one place where a secret leaves. */
export function toIssuedToken({ token, secret }: IssuedToken, tenantUrl: string): z.input<typeof issuedTokenSchema> {
  return { ...toToken(token), token: secret, tenantUrl };
}
