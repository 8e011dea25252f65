import { ApiError } from "../error/api-error.ts";

/**
 * JSON whose texts can all be stored: none holds U+0000 or half of a surrogate pair. Both can only come as escapes.
 * @throws SyntaxError for what is no JSON.
 * @throws ApiError `malformed_request` for such a text, and for the name of a member that is written with escapes.
 */
export function parseJson(text: string): unknown {
  if (!text.includes("\\")) return JSON.parse(text);
  refuseEscapedNames(text);
  return text.includes("\\u") ? JSON.parse(text, checkTexts) : JSON.parse(text);
}

/** Every string of a JSON text in turn, with the colon that follows the name of a member. */
const STRINGS = /"(?:[^"\\]|\\.)*"(\s*:)?/gs;

/**
 * V8 takes a name with escapes for another's that it parsed earlier, whoever sent that, if it begins like it
 * (https://github.com/nodejs/node/issues/63785). No name of ours needs one.
 */
function refuseEscapedNames(text: string): void {
  for (const [string, colon] of text.matchAll(STRINGS)) {
    if (colon === undefined || !string.includes("\\")) continue;
    throw new ApiError("malformed_request", { detail: "The name of a member is written with escapes." });
  }
}

function checkTexts(key: string, value: unknown): unknown {
  if (isStorable(key) && (typeof value !== "string" || isStorable(value))) return value;
  const detail = "A text holds U+0000 or half of a surrogate pair, which cannot be stored.";
  throw new ApiError("malformed_request", { detail });
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
