import type { Caller } from "@rollcall/rpc";
import type { Response } from "express";

/** What earlier middleware found out about a request; it lives and dies with the response. */
export function callerOf(response: Response): Caller | undefined {
  return response.locals.caller;
}

export function setCaller(response: Response, caller: Caller): void {
  response.locals.caller = caller;
}

export function requestIdOf(response: Response): string {
  return response.locals.requestId;
}
