import { authenticateApiKey } from "@rollcall/domain";
import { unauthorized } from "@rollcall/rpc";
import type { Request, RequestHandler } from "express";
import type { ApiOptions } from "../api-options.ts";
import { setIdentity } from "./request-state.ts";

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/**
 * Lets nobody pass without a valid API key, before anything of the request is read but its headers, and keeps for
 * whom the key speaks. The refusal carries the challenge of RFC 6750 §3.
 * @throws TRPCError UNAUTHORIZED.
 * @throws DomainError `unavailable`: an outage is not a wrong key.
 */
export function requireApiKey({ apiKeys, pepper }: Pick<ApiOptions, "apiKeys" | "pepper">): RequestHandler {
  return async (request, response, next) => {
    const key = bearerCredential(request);
    const identity = key === undefined ? undefined : await authenticateApiKey({ apiKeys, pepper }, key);
    if (identity === undefined) {
      response.set("WWW-Authenticate", challenge(request));
      throw unauthorized();
    }
    setIdentity(response, identity);
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
