import type { IncomingMessage } from "node:http";
import type { ClientReader, FailureLimiter } from "@rollcall/http";
import type { createTokenAuthenticator, RefusedToken, TokenIdentity } from "@rollcall/domain";
import { ScimError } from "@rollcall/scim";
import type { Exchange } from "./exchange.ts";
import type { RecordRefusal } from "./record-refusals.ts";

export interface Guard {
  readonly authenticateToken: ReturnType<typeof createTokenAuthenticator>;
  readonly recordRefusal: RecordRefusal;
  readonly failures: FailureLimiter;
  readonly clients: ClientReader;
}

const BEARER = /^bearer +(\S+) *$/i;

/**
 * Whom the request's bearer token speaks for (RFC 6750 §2.1: the header is the only place it is looked for).
 * @throws ScimError 401 when it speaks for nobody; OverloadError for a client that guesses.
 */
export async function authenticate(
  exchange: Exchange,
  { authenticateToken, recordRefusal, failures, clients }: Guard,
): Promise<TokenIdentity> {
  const { request } = exchange;
  const { authorization } = request.headers;
  if (authorization === undefined) {
    throw new ScimError(
      "unauthorized",
      "The request has no Authorization header; send the connection's token as a bearer token.",
    );
  }
  // Node keeps the first of several; which one was meant is not ours to guess.
  if (countAuthorizations(request) > 1) {
    throw new ScimError("unauthorized", "The request has more than one Authorization header.");
  }
  const token = BEARER.exec(authorization)?.[1];
  const onRefused = (refused: RefusedToken) => recordRefusal(refused, exchange);
  const identity =
    token === undefined
      ? undefined
      : await failures.limit({ credential: token, address: () => clients.address(request) }, () =>
          authenticateToken(token, onRefused),
        );
  if (identity === undefined) {
    throw new ScimError("unauthorized", "The bearer token is not valid: it is misspelt, expired or revoked.");
  }
  return identity;
}

function countAuthorizations({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((text, i) => i % 2 === 0 && text.length === 13 && text.toLowerCase() === "authorization")
    .length;
}

/** RFC 6750 §3: an error code only where credentials were given. */
export function challenge(request: IncomingMessage): string {
  return request.headers.authorization === undefined ? "Bearer" : 'Bearer error="invalid_token"';
}
