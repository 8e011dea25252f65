import { clientAddress } from "@rollcall/http";
import { type ApiContext, ApiError, type ApiServices, createApiContext } from "@rollcall/rpc";
import type { Request, Response } from "express";
import { callerOf, requestIdOf } from "../access/request-state.ts";

/** What procedures work with, made of one request. @throws ApiError `malformed_request`. */
export function createContext(services: ApiServices, request: Request, response: Response): ApiContext {
  return createApiContext(services, {
    caller: callerOf(response),
    requestId: requestIdOf(response),
    ipAddress: clientAddress(request) ?? null,
    idempotencyKey: headerOf(request, "Idempotency-Key"),
    consistency: headerOf(request, "Rollcall-Consistency"),
  });
}

function headerOf({ headersDistinct }: Request, name: string): string | undefined {
  const [value, ...others] = headersDistinct[name.toLowerCase()] ?? [];
  if (others.length > 0) throw new ApiError("malformed_request", { detail: `There are several headers ${name}.` });
  return value;
}
