import type { ApiKeyIdentity } from "@rollcall/domain";
import type { Response } from "express";

/** What earlier middleware found out about a request; it lives and dies with the response. */
export function identityOf(response: Response): ApiKeyIdentity | undefined {
  return response.locals.identity;
}

export function setIdentity(response: Response, identity: ApiKeyIdentity): void {
  response.locals.identity = identity;
}

export function requestIdOf(response: Response): string {
  return response.locals.requestId;
}
