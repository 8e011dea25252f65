import { checkExpiry } from "../credential/check-expiry.ts";
import { credentialHint, digestCredential, mintCredential, tokenKind } from "../credential/credential.ts";
import type { Peppers } from "../credential/peppers.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { checkName } from "../identity/check-name.ts";
import { newId } from "../identity/id.ts";
import { MAX_LIVE_TOKENS_PER_CONNECTION, MAX_TOKEN_LIFETIME_DAYS, MAX_TOKEN_NAME_LENGTH, type Token } from "./token.ts";
import type { TokenInsertion, TokenRepository } from "./token-repository.ts";

export interface NewToken {
  readonly tenantId: string;
  readonly connectionId: string;
  readonly name: string;
  /** Default and limit: MAX_TOKEN_LIFETIME_DAYS from now. */
  readonly expiresAt?: Date | undefined;
  readonly actor: Actor;
  /** The old token of a rotation. */
  readonly endOther?: TokenInsertion["endOther"];
}

/** A token together with its secret: the only time the secret can be read. */
export interface IssuedToken {
  readonly token: Token;
  readonly secret: string;
}

export interface TokenIssuer extends Pick<Peppers, "pepper"> {
  readonly tokens: TokenRepository;
}

/** @throws DomainError `not_found` for the connection, `token_limit`, `invalid_value` for the name or the expiry. */
export async function createToken({ tokens, pepper }: TokenIssuer, request: NewToken): Promise<IssuedToken> {
  const now = new Date();
  const id = newId();
  const secret = mintCredential(tokenKind, [request.tenantId, id]);
  const token: Token = {
    id,
    connectionId: request.connectionId,
    name: checkName("name", request.name, MAX_TOKEN_NAME_LENGTH),
    hint: credentialHint(secret),
    createdAt: now,
    expiresAt: checkExpiry(request.expiresAt, { now, maxDays: MAX_TOKEN_LIFETIME_DAYS }),
    lastUsedAt: null,
    revokedAt: null,
  };
  await tokens.insert(token, digestCredential(pepper, secret), {
    maxLive: MAX_LIVE_TOKENS_PER_CONNECTION,
    ...(request.endOther && { endOther: request.endOther }),
    events: [newEvent("token.created", request.actor, { id, version: null, data: { token } })],
  });
  return { token, secret };
}
