import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { createToken, type IssuedToken, type TokenIssuer } from "./create-token.ts";

export interface TokenRotation {
  readonly tenantId: string;
  readonly id: string;
  /** How long the old token goes on working; 0 ends it at once. */
  readonly overlapSeconds: number;
  readonly actor: Actor;
}

/**
 * Issues a successor of a token on the same connection, under the same name, and lets the old one run out.
 * @throws DomainError `not_found` for a token that is unknown or no longer live, `token_limit` when another token
 * of the connection is live as well.
 */
export async function rotateToken(
  issuer: TokenIssuer,
  { tenantId, id, overlapSeconds, actor }: TokenRotation,
): Promise<IssuedToken> {
  const old = await issuer.tokens.find(id);
  if (old === undefined || old.revokedAt !== null) throw new DomainError({ code: "not_found", resource: "token", id });
  const endsAt = new Date(Date.now() + overlapSeconds * 1000);
  return await createToken(issuer, {
    tenantId,
    connectionId: old.connectionId,
    name: old.name,
    actor,
    endOther: { id, at: endsAt < old.expiresAt ? endsAt : old.expiresAt },
  });
}
