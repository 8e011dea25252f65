import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { ScimError } from "@rollcall/scim";
import { MAX_BODY_BYTES } from "./limits.ts";

/** A gzip file may consist of several members (RFC 1952 §2.2); Node itself refuses anything else after its end. */
const GZIP_OPTIONS = { maxOutputLength: MAX_BODY_BYTES };
const OPTIONS = { maxOutputLength: MAX_BODY_BYTES, rejectGarbageAfterEnd: true };

const decodeGzip = promisify(gunzip);
const decodeDeflate = promisify(inflate);
const decodeBrotli = promisify(brotliDecompress);

/** By the names of RFC 9110 §8.4.1; Brotli is RFC 7932. */
const decoders: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  identity: async (bytes) => bytes,
  gzip: (bytes) => decodeGzip(bytes, GZIP_OPTIONS),
  "x-gzip": (bytes) => decodeGzip(bytes, GZIP_OPTIONS),
  deflate: (bytes) => decodeDeflate(bytes, OPTIONS),
  br: (bytes) => decodeBrotli(bytes, OPTIONS),
};

/**
 * What a compressed body says. It ends as soon as there is too much of it, whatever would follow.
 * @throws ScimError 415 for an encoding we do not know, or several; 413 above MAX_BODY_BYTES; 400 for damaged data.
 */
export async function decompress(encoding: string, bytes: Buffer): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
  if (decode === undefined) {
    throw new ScimError("unsupportedMediaType", "Send the body as it is, or compressed with gzip, deflate or br.");
  }
  try {
    return await decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ScimError("payloadTooLarge", `The decompressed body is larger than ${MAX_BODY_BYTES} bytes.`);
    }
    throw new ScimError("invalidSyntax", "The compressed body is damaged.", { cause: error });
  }
}
