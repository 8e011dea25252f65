import { ApiError, MAX_BODY_BYTES, parseBody } from "@rollcall/rpc";
import express, { type Request, type RequestHandler } from "express";

/**
 * Reads the body, so that procedures find JSON that is neither too long nor too deep. A request without a body counts
 * as one with an empty object: nobody has to send `{}` to rotate a token.
 * @throws ApiError `malformed_request`, `payload_too_large`, `unsupported_media_type`.
 */
export const readJsonBody: RequestHandler[] = [
  express.raw({ type: () => true, limit: MAX_BODY_BYTES, inflate: true }),
  (request, _response, next) => {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
      if (request.method !== "GET") setJson(request, {});
    } else {
      if (request.is("application/json") === false) throw new ApiError("unsupported_media_type");
      setJson(request, parseBody(bytes));
    }
    next();
  },
];

function setJson(request: Request, value: unknown): void {
  request.headers["content-type"] = "application/json";
  request.body = value;
}
