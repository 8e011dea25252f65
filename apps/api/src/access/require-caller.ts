import { failedAuthentication, type NewAuditEntry } from "@rollcall/domain";
import { ApiError, bearerCredential } from "@rollcall/rpc";
import type { Request, RequestHandler, Response } from "express";
import type { Authenticate } from "./authenticate.ts";
import { setCaller } from "./request-state.ts";

interface RequireCallerOptions {
  readonly authenticate: Authenticate;
  /** Whether everybody is welcome at this path. */
  readonly isPublic: (request: Request) => boolean;
  /** Told of a key that exists and does not open. */
  readonly onRefused: (entry: NewAuditEntry, response: Response) => void;
}

/**
 * Lets nobody pass without a valid credential, before anything of the request is read but its headers, and keeps for
 * whom it speaks. The refusal carries the challenge of RFC 6750 §3.
 * @throws ApiError `unauthenticated`.
 * @throws DomainError `unavailable`: an outage is not a wrong credential.
 */
export function requireCaller({ authenticate, isPublic, onRefused }: RequireCallerOptions): RequestHandler {
  return async (request, response, next) => {
    const credential = bearerCredential(request.headersDistinct.authorization ?? []);
    const onRefusedKey = (id: string) => onRefused(failedAuthentication("api_key", id), response);
    const caller = credential === undefined ? undefined : await authenticate(credential, onRefusedKey);
    if (caller !== undefined) {
      setCaller(response, caller);
      next();
      return;
    }
    if (credential === undefined && isPublic(request)) {
      next();
      return;
    }
    response.set("WWW-Authenticate", challenge(request));
    throw new ApiError("unauthenticated");
  };
}

function challenge({ headersDistinct }: Request): string {
  return headersDistinct.authorization === undefined ? "Bearer" : 'Bearer error="invalid_token"';
}
