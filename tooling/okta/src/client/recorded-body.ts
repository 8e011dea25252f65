import { isObject } from "./json.ts";

/** A body as the transcript keeps it: passwords masked, long pages cut. */
export function recordedBody(text: string): unknown {
  const masked = parseMasked(text);
  if (text.length <= MAX_RECORDED_CHARACTERS) return masked;
  return `${JSON.stringify(masked).slice(0, EXCERPT_CHARACTERS)}… (${text.length} characters)`;
}

/** Thousands of users in one import would fill the memory otherwise. */
const MAX_RECORDED_CHARACTERS = 20_000;
const EXCERPT_CHARACTERS = 1000;
const MASK = "••••••••";

function parseMasked(text: string): unknown {
  try {
    return JSON.parse(text, maskPassword);
  } catch {
    return text;
  }
}

function maskPassword(key: string, value: unknown): unknown {
  if (key.toLowerCase() === "password") return MASK;
  return isObject(value) && value["path"] === "password" ? { ...value, value: MASK } : value;
}
