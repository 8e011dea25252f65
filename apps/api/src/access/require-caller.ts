import { failedAuthentication, type NewAuditEntry } from "@rollcall/domain";
import { clientAddress, type FailureLimiter } from "@rollcall/http";
import { ApiError, bearerCredential, type Caller } from "@rollcall/rpc";
import type { Request, RequestHandler, Response } from "express";
import type { Authenticate } from "./authenticate.ts";
import { setCaller } from "./request-state.ts";

interface RequireCallerOptions {
  readonly authenticate: Authenticate;
  readonly failures: FailureLimiter;
  /** Whether everybody is welcome at this path. */
  readonly isPublic: (request: Request) => boolean;
  /** Told of a key that exists and does not open. */
  readonly onRefused: (entry: NewAuditEntry, response: Response) => void;
}

/**
 * Lets nobody pass without a valid credential, before anything of the request is read but its headers, and keeps for
 * whom it speaks. The refusal carries the challenge of RFC 6750 §3.
 * @throws ApiError `unauthenticated`; OverloadError `rate_limited` for a client that guesses.
 * @throws DomainError `unavailable`: an outage is not a wrong credential.
 */
export function requireCaller(options: RequireCallerOptions): RequestHandler {
  const { authenticate, failures, isPublic, onRefused } = options;
  return async (request, response, next) => {
    const credential = bearerCredential(request.headersDistinct.authorization ?? []);
    const caller = credential === undefined ? undefined : await findCaller(credential, request, response);
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

  function findCaller(credential: string, request: Request, response: Response): Promise<Caller | undefined> {
    const onRefusedKey = (id: string) => onRefused(failedAuthentication("api_key", id), response);
    const attempt = { credential, address: () => clientAddress(request) };
    return failures.limit(attempt, () => authenticate(credential, onRefusedKey));
  }
}

function challenge({ headersDistinct }: Request): string {
  return headersDistinct.authorization === undefined ? "Bearer" : 'Bearer error="invalid_token"';
}
