import type { IncomingHttpHeaders } from "node:http";
import { type JsonValue, parseJson, ScimError } from "@rollcall/scim";
import { decompress } from "./decompress.ts";

const JSON_TYPES = new Set(["application/scim+json", "application/json"]);

/**
 * The body of a request as JSON, null when there is none.
 * @throws ScimError 415 for another media type or charset, 400 for bytes that are not UTF-8; and as `decompress` and
 * `parseJson` do.
 */
export async function readBody(headers: IncomingHttpHeaders, bytes: Buffer): Promise<JsonValue> {
  if (bytes.length === 0) return null;
  checkMediaType(headers["content-type"]);
  const encoding = headers["content-encoding"];
  return parseJson(decode(encoding === undefined ? bytes : await decompress(encoding, bytes)));
}

/** A body without a type is taken for JSON: some providers leave it out. */
function checkMediaType(contentType = "application/scim+json"): void {
  const [mediaType = "", ...parameters] = contentType.split(";").map((part) => part.trim().toLowerCase());
  if (!JSON_TYPES.has(mediaType)) {
    throw new ScimError("unsupportedMediaType", "Send the body as application/scim+json or application/json.");
  }
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length);
  if (charset !== undefined && !["utf-8", "utf8", '"utf-8"'].includes(charset)) {
    throw new ScimError("unsupportedMediaType", "Send the body in UTF-8.");
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ScimError("invalidSyntax", "The body is not valid UTF-8.", { cause: error });
  }
}
