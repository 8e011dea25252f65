import { ApiError } from "@rollcall/rpc";
import type { RequestHandler } from "express";
import { jsonDepth } from "./json-depth.ts";
import { MAX_JSON_DEPTH } from "./limits.ts";

/** Of tRPC: all inputs of a batch in one. @throws ApiError `malformed_request` for one that is nested too deep. */
export const checkInput: RequestHandler = ({ query }, _response, next) => {
  if (typeof query["input"] === "string" && jsonDepth(query["input"]) > MAX_JSON_DEPTH) {
    throw new ApiError("malformed_request", { detail: `The input is nested more than ${MAX_JSON_DEPTH} deep.` });
  }
  next();
};

/**
 * A key that is given twice says two things where one is meant.
 * @param lists Keys that hold lists, one value each time.
 * @throws ApiError `malformed_request`.
 */
export function refuseDoubledKeys(lists: ReadonlySet<string>): RequestHandler {
  return ({ url }, _response, next) => {
    const seen = new Set<string>();
    for (const key of new URL(url, "http://localhost").searchParams.keys()) {
      if (seen.has(key) && !lists.has(key)) {
        throw new ApiError("malformed_request", { detail: `The query names "${key.slice(0, 100)}" more than once.` });
      }
      seen.add(key);
    }
    next();
  };
}
