const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = 62n;

/** Bytes as base62 text of a fixed width, so that a credential's parts are found by position. */
export function encodeBase62(bytes: Uint8Array): string {
  let rest = BigInt(`0x0${Buffer.from(bytes).toString("hex")}`);
  let text = "";
  for (let i = base62Width(bytes.length); i > 0; i--) {
    text = DIGITS.charAt(Number(rest % BASE)) + text;
    rest /= BASE;
  }
  return text;
}

/** The bytes that `encodeBase62` made `text` of, or undefined when it is not such a text. */
export function decodeBase62(text: string, byteLength: number): Uint8Array | undefined {
  if (text.length !== base62Width(byteLength)) return undefined;
  let value = 0n;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    if (digit === -1) return undefined;
    value = value * BASE + BigInt(digit);
  }
  const hex = value.toString(16).padStart(byteLength * 2, "0");
  return hex.length > byteLength * 2 ? undefined : Buffer.from(hex, "hex");
}

/** How many base62 digits `byteLength` bytes need. */
export function base62Width(byteLength: number): number {
  return Math.ceil((byteLength * 8) / Math.log2(62));
}
