import { authenticateApiKey } from "@rollcall/domain";
import type { Request, RequestHandler } from "express";
import type { ApiOptions } from "../api-options.ts";
import { setIdentity } from "./request-state.ts";

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/**
 * Finds out whom the request's API key speaks for, and keeps it for `identityOf`. It refuses nothing; an answer to a
 * request without a valid key carries the challenge of RFC 6750 §3.
 * @throws DomainError `unavailable`: an outage is not a wrong key.
 */
export function identify({ apiKeys, pepper }: Pick<ApiOptions, "apiKeys" | "pepper">): RequestHandler {
  return async (request, response, next) => {
    const key = bearerCredential(request);
    const identity = key === undefined ? undefined : await authenticateApiKey({ apiKeys, pepper }, key);
    setIdentity(response, identity);
    if (identity === undefined) response.set("WWW-Authenticate", challenge(request));
    next();
  };
}

/** Two Authorization headers are none: which of them a proxy has looked at, nobody knows. */
function bearerCredential({ headersDistinct }: Request): string | undefined {
  const [header, ...others] = headersDistinct.authorization ?? [];
  return header === undefined || others.length > 0 ? undefined : BEARER.exec(header)?.[1];
}

function challenge({ headersDistinct }: Request): string {
  return headersDistinct.authorization === undefined ? "Bearer" : 'Bearer error="invalid_token"';
}
