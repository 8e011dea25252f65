import { checkQuery } from "@rollcall/rpc";
import type { RequestHandler } from "express";

/** Express's own reading of a query is too generous. @throws ApiError `malformed_request`, as `checkQuery` does. */
export function checkUrl(lists: readonly string[]): RequestHandler {
  return ({ url }, _response, next) => {
    checkQuery(new URL(url, "http://localhost"), lists);
    next();
  };
}
