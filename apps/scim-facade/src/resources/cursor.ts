import { createHash } from "node:crypto";
import { isId, type PagePosition } from "@rollcall/domain";
import { ScimError } from "@rollcall/scim";

/**
 * A cursor (RFC 9865) says after which resource a page begins, and for which list it was made. It holds no state of
 * the server's, so it never expires.
 */
export function encodeCursor({ id, key = null }: PagePosition, scope: string): string {
  return Buffer.from(JSON.stringify([fingerprint(scope), id, key])).toString("base64url");
}

/**
 * The place a cursor stands for; undefined for the empty one, which asks for the first page.
 * @throws ScimError 400 invalidCursor for a text that is no cursor, or one of another list.
 */
export function decodeCursor(cursor: string, scope: string): PagePosition | undefined {
  if (cursor === "") return undefined;
  const [list, id, key] = parse(cursor);
  const isPosition = typeof id === "string" && isId(id) && (key === null || typeof key === "string");
  if (!isPosition || list !== fingerprint(scope)) {
    throw new ScimError("invalidCursor", "The cursor was not made for this list; begin again with an empty one.");
  }
  return { id, key };
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const FINGERPRINT_LENGTH = 16;

function fingerprint(scope: string): string {
  return createHash("sha256").update(scope).digest("base64url").slice(0, FINGERPRINT_LENGTH);
}
