import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Peppers } from "@rollcall/domain";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** An answer as it is stored: encrypted, because it may hold a secret that the database must not know. */
export function seal(pepper: string, answer: unknown): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFrom(pepper), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(answer)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** The answer again. @throws Error when it was sealed with another pepper than these. */
export function unseal({ pepper, previousPepper }: Peppers, sealed: Uint8Array): unknown {
  try {
    return unsealWith(pepper, sealed);
  } catch (error) {
    if (previousPepper === undefined) throw error;
    return unsealWith(previousPepper, sealed);
  }
}

function unsealWith(pepper: string, sealed: Uint8Array): unknown {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv(CIPHER, keyFrom(pepper), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(text.toString());
}

function keyFrom(pepper: string): Buffer {
  return Buffer.from(hkdfSync("sha256", pepper, "", "rollcall idempotency", KEY_BYTES));
}
