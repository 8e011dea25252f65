import type { RequestHandler } from "express";

/** A request without a body counts as one with an empty object: nobody has to send `{}` to rotate a token. */
export const emptyBody: RequestHandler = (request, _response, next) => {
  const { "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
  if (length === "0" && encoding === undefined) {
    request.headers["content-type"] = "application/json";
    request.body = {};
  }
  next();
};
