import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { crc32 } from "node:zlib";
import { parse } from "uuid";
import { base62Width, decodeBase62, encodeBase62 } from "./base62.ts";

/**
 * A credential is `<prefix>_<public part><secret><checksum>`, all base62:
 *
 * - public part: the ids that find the stored row by one point read (a token's tenant and token, an API key's id)
 * - secret: 32 random bytes
 * - checksum: CRC-32 of everything before it, so that scanners and typos are told apart without a database
 */
export interface CredentialKind {
  readonly prefix: "rlc" | "rlk";
  /** How many UUIDs the public part holds. */
  readonly idCount: number;
}

export const tokenKind: CredentialKind = { prefix: "rlc", idCount: 2 };
export const apiKeyKind: CredentialKind = { prefix: "rlk", idCount: 1 };

const ID_BYTES = 16;
const SECRET_BYTES = 32;
const CHECKSUM_BYTES = 4;

/** A new credential's text. It is shown once; only its digest is stored. */
export function mintCredential(kind: CredentialKind, ids: readonly string[]): string {
  const publicPart = encodeBase62(Buffer.concat(ids.map((id) => parse(id))));
  const body = `${kind.prefix}_${publicPart}${encodeBase62(randomBytes(SECRET_BYTES))}`;
  return body + checksum(body);
}

/** The ids in a well-formed credential, or undefined: wrong prefix, length, alphabet or checksum. */
export function readCredentialIds(kind: CredentialKind, text: string): readonly string[] | undefined {
  const start = kind.prefix.length + 1;
  const publicEnd = start + base62Width(kind.idCount * ID_BYTES);
  const bodyEnd = publicEnd + base62Width(SECRET_BYTES);
  if (text.length !== bodyEnd + base62Width(CHECKSUM_BYTES)) return undefined;
  if (!text.startsWith(`${kind.prefix}_`) || checksum(text.slice(0, bodyEnd)) !== text.slice(bodyEnd)) return undefined;
  const bytes = decodeBase62(text.slice(start, publicEnd), kind.idCount * ID_BYTES);
  if (bytes === undefined) return undefined;
  return Array.from({ length: kind.idCount }, (_, i) => idText(bytes.subarray(i * ID_BYTES, (i + 1) * ID_BYTES)));
}

/** HMAC-SHA-256 of the whole credential under a pepper that is kept outside the database. */
export function digestCredential(pepper: string, text: string): Buffer {
  return createHmac("sha256", pepper).update(text).digest();
}

/** Constant-time comparison of two digests. */
export function sameDigest(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The end of a credential, enough for a person to tell two apart. */
export function credentialHint(text: string): string {
  return text.slice(-4);
}

function checksum(text: string): string {
  const bytes = Buffer.alloc(CHECKSUM_BYTES);
  bytes.writeUInt32BE(crc32(text));
  return encodeBase62(bytes);
}

/** Not uuid's `stringify`, which refuses bytes of no known version: a forged id shall find nothing, not throw. */
function idText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
