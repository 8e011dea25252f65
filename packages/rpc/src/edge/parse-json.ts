import { ApiError } from "../error/api-error.ts";

/**
 * JSON whose texts can all be stored: none holds U+0000 or half of a surrogate pair. Both can only come as escapes.
 * @throws SyntaxError for what is no JSON.
 * @throws ApiError `malformed_request` for such a text.
 */
export function parseJson(text: string): unknown {
  return text.includes("\\u") ? JSON.parse(text, checkTexts) : JSON.parse(text);
}

function checkTexts(key: string, value: unknown): unknown {
  if (isStorable(key) && (typeof value !== "string" || isStorable(value))) return value;
  const detail = "A text holds U+0000 or half of a surrogate pair, which cannot be stored.";
  throw new ApiError("malformed_request", { detail });
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
