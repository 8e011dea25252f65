import { ScimError } from "@rollcall/scim";
import type { RequestHandler } from "express";
import { MAX_URL_LENGTH } from "./limits.ts";

/** Everything that a URL may be made of (RFC 3986 §2), and what browsers leave as it is besides; no NUL, even encoded. */
const URL_TEXT = /^(?:(?!%00)[\x21-\x7e])*$/;

/** Express middleware. @throws ScimError 414 above MAX_URL_LENGTH; 400 for a NUL, or bytes that are not encoded. */
export const refuseBadUrl: RequestHandler = (request, _response, next) => {
  if (request.url.length > MAX_URL_LENGTH) {
    throw new ScimError("uriTooLong", `The URL is longer than ${MAX_URL_LENGTH} characters.`);
  }
  if (!URL_TEXT.test(request.url)) {
    throw new ScimError("invalidSyntax", "The URL holds a NUL, or characters that are not percent-encoded.");
  }
  next();
};
