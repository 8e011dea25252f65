import type { IncomingMessage } from "node:http";
import { type JsonValue, parseJson, ScimError } from "@rollcall/scim";
import { MAX_BODY_BYTES } from "./limits.ts";

const JSON_TYPES = new Set(["application/scim+json", "application/json"]);

/**
 * The request's body as JSON, null when there is none.
 * @throws ScimError 415 for another media type, charset or encoding, 413 for a body over MAX_BODY_BYTES, 400 for
 * bytes that are not UTF-8 and for anything `parseJson` refuses.
 */
export async function readBody(request: IncomingMessage): Promise<JsonValue> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return null;
  checkMediaType(request);
  return parseJson(decode(bytes));
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > MAX_BODY_BYTES) throw tooLarge();
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof ScimError) throw error;
    // The client went away: nobody will read this answer, and it is no fault of ours to be logged.
    throw new ScimError("invalidSyntax", "The body broke off.", { cause: error });
  }
  return Buffer.concat(chunks, length);
}

/** A body without a type is taken for JSON: some providers leave it out. */
function checkMediaType(request: IncomingMessage): void {
  const { "content-type": contentType = "application/scim+json", "content-encoding": encoding = "identity" } =
    request.headers;
  const [mediaType = "", ...parameters] = contentType.split(";").map((part) => part.trim().toLowerCase());
  if (!JSON_TYPES.has(mediaType)) {
    throw new ScimError("unsupportedMediaType", "Send the body as application/scim+json or application/json.");
  }
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length);
  if (charset !== undefined && !["utf-8", "utf8", '"utf-8"'].includes(charset)) {
    throw new ScimError("unsupportedMediaType", "Send the body in UTF-8.");
  }
  if (encoding.toLowerCase() !== "identity") {
    throw new ScimError("unsupportedMediaType", "Send the body without a content encoding.");
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ScimError("invalidSyntax", "The body is not valid UTF-8.", { cause: error });
  }
}

function tooLarge(): ScimError {
  return new ScimError("payloadTooLarge", `The body is larger than ${MAX_BODY_BYTES} bytes.`);
}
