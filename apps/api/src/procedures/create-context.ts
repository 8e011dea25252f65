import type { ApiContext } from "@rollcall/rpc";
import type { Response } from "express";
import { identityOf, requestIdOf } from "../access/request-state.ts";
import type { ApiOptions } from "../api-options.ts";

/** What procedures work with, made of one request. */
export function createContext(options: ApiOptions, response: Response): ApiContext {
  const { tenants, openDirectory, pepper, scimUrl } = options;
  return {
    tenants,
    openDirectory,
    pepper,
    scimUrl,
    identity: identityOf(response),
    requestId: requestIdOf(response),
  };
}
