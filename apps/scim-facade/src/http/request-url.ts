import { ScimError } from "@rollcall/scim";
import { MAX_URL_LENGTH } from "./limits.ts";

/** Everything that a URL may be made of (RFC 3986 §2), and what browsers leave as it is besides. */
const URL_TEXT = /^[\x21-\x7e]*$/;

/** What proxies get to see, and origins must understand (RFC 9112 §3.2.2). */
const ORIGIN = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i;

/** The path of a request's URL, still percent-encoded. */
export function pathOf(url: string): string {
  const local = url.startsWith("/") ? url : url.replace(ORIGIN, "");
  const end = local.search(/[?#]/);
  return end === -1 ? local : local.slice(0, end);
}

/** @throws ScimError 414 above MAX_URL_LENGTH; 400 for a NUL, or bytes that are not encoded. */
export function checkUrl(url: string): void {
  if (url.length > MAX_URL_LENGTH) {
    throw new ScimError("uriTooLong", `The URL is longer than ${MAX_URL_LENGTH} characters.`);
  }
  if (!URL_TEXT.test(url) || url.includes("%00")) {
    throw new ScimError("invalidSyntax", "The URL holds a NUL, or characters that are not percent-encoded.");
  }
}

/** A part of a path as it was meant. @throws ScimError 400 for bad percent-encoding. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    throw new ScimError("invalidSyntax", "The URL is malformed.", { cause: error });
  }
}
