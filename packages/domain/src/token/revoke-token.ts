import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import type { Token } from "./token.ts";
import type { TokenRepository } from "./token-repository.ts";

/** Ends a token now. Revoking it again changes nothing. @throws DomainError `not_found`. */
export async function revokeToken(tokens: TokenRepository, id: string, actor: Actor): Promise<Token> {
  const revoked = await tokens.revoke(id, (token) =>
    newEvent("token.revoked", actor, { id, version: null, data: { token } }),
  );
  const token = revoked ?? (await tokens.find(id));
  if (token === undefined) throw new DomainError({ code: "not_found", resource: "token", id });
  return token;
}
