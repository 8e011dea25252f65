import type { Random } from "./random.ts";

const TOKEN = /\s+|"(?:[^"\\]|\\[^])*"|[\p{L}\p{N}_$-]+|[^]/gu;
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Cuts a text into words, quoted strings, spaces and single characters; together they are the text again. */
export function toTokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

export interface Region {
  readonly start: number;
  readonly end: number;
}

/** One token, what lies between two brackets, or a run of tokens. */
export function pickRegion(tokens: readonly string[], random: Random): Region {
  const start = random.integer(tokens.length);
  const end = random.integer(4) === 0 ? start + 1 + random.integer(tokens.length - start) : regionEnd(tokens, start);
  return { start, end: Math.min(end, tokens.length) };
}

/** From the token at `start` to where the bracket it opens is closed; just that token when it opens none. */
function regionEnd(tokens: readonly string[], start: number): number {
  const open = tokens[start] ?? "";
  const close = CLOSING[open];
  if (close === undefined) return start + 1;
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    if (tokens[index] === open) depth += 1;
    if (tokens[index] === close) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return start + 1;
}
