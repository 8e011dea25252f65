import type { createTokenAuthenticator, RefusedToken, TokenIdentity } from "@rollcall/domain";
import { ScimError } from "@rollcall/scim";
import type { IncomingMessage } from "node:http";
import type { Request, Response } from "express";
import type { RecordRefusal } from "./record-refusals.ts";

export interface Guard {
  readonly authenticateToken: ReturnType<typeof createTokenAuthenticator>;
  readonly recordRefusal: RecordRefusal;
}

const BEARER = /^bearer +(\S+) *$/i;

/**
 * Whom the request's bearer token speaks for (RFC 6750 §2.1: the header is the only place it is looked for).
 * @throws ScimError 401 when it speaks for nobody.
 */
export async function authenticate(
  request: Request,
  response: Response,
  { authenticateToken, recordRefusal }: Guard,
): Promise<TokenIdentity> {
  const headers = request.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === "authorization");
  // Node keeps the first of several; which one was meant is not ours to guess.
  if (headers.length > 1) throw new ScimError("unauthorized", "The request has more than one Authorization header.");
  const { authorization } = request.headers;
  if (authorization === undefined) {
    throw new ScimError(
      "unauthorized",
      "The request has no Authorization header; send the connection's token as a bearer token.",
    );
  }
  const token = BEARER.exec(authorization)?.[1];
  const onRefused = (refused: RefusedToken) => recordRefusal(refused, request, response);
  const identity = token === undefined ? undefined : await authenticateToken(token, onRefused);
  if (identity === undefined) {
    throw new ScimError("unauthorized", "The bearer token is not valid: it is misspelt, expired or revoked.");
  }
  return identity;
}

/** RFC 6750 §3: an error code only where credentials were given. */
export function challenge(request: IncomingMessage): string {
  return request.headers.authorization === undefined ? "Bearer" : 'Bearer error="invalid_token"';
}
