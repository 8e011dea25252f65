import { ApiError } from "@rollcall/rpc";
import express, { type Request, type RequestHandler } from "express";
import { jsonDepth } from "./json-depth.ts";
import { MAX_BODY_BYTES, MAX_JSON_DEPTH } from "./limits.ts";

const readBytes = express.raw({ type: () => true, limit: MAX_BODY_BYTES, inflate: true });
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads the body, so that procedures find JSON that is neither too long nor too deep. A request without a body counts
 * as one with an empty object: nobody has to send `{}` to rotate a token.
 * @throws ApiError `malformed_request`, `payload_too_large`, `unsupported_media_type`.
 */
export const readJsonBody: RequestHandler[] = [
  readBytes,
  (request, _response, next) => {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
      if (request.method !== "GET") setJson(request, {});
    } else {
      if (request.is("application/json") === false) throw new ApiError("unsupported_media_type");
      setJson(request, parse(bytes));
    }
    next();
  },
];

function setJson(request: Request, value: unknown): void {
  request.headers["content-type"] = "application/json";
  request.body = value;
}

function parse(bytes: Buffer): unknown {
  try {
    const text = utf8.decode(bytes);
    if (jsonDepth(text) > MAX_JSON_DEPTH) {
      throw new ApiError("malformed_request", { detail: `The body is nested more than ${MAX_JSON_DEPTH} deep.` });
    }
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError("malformed_request", { detail: "The body is not JSON in UTF-8.", cause: error });
  }
}
