/** A value as the text that the server reads a parameter from; bytes are sent as they are. */
export function toParameter(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (Array.isArray(value)) return `{${value.map(element).join(",")}}`;
  if (typeof value === "object") return JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new TypeError(`A ${typeof value} is no parameter.`);
}

/** An element of an array's text ("Array Input and Output Syntax"). */
function element(value: unknown): string {
  const text = toParameter(value);
  return text === null ? "null" : `"${String(text).replace(/["\\]/g, String.raw`\$&`)}"`;
}
