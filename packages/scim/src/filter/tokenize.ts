import { ScimError } from "../errors/scim-error.ts";
import { decodeString, endOfString } from "../json/json-string.ts";

/** Characters of a filter or path; what Microsoft's reference server allows too. */
export const MAX_FILTER_LENGTH = 16_384;

export type GrammarError = "invalidFilter" | "invalidPath";

export interface Token {
  readonly kind: "word" | "string" | "(" | ")" | "[" | "]" | "end";
  /** The word, or what the string stands for. */
  readonly text: string;
  /** Index of its first character. */
  readonly start: number;
  /** Index just past its last character. */
  readonly end: number;
}

/**
 * Cuts a filter or path into words, strings and brackets, in one pass.
 *
 * @throws ScimError 400 with the given code, naming the character.
 */
export function tokenize(text: string, code: GrammarError): Token[] {
  if (text.length > MAX_FILTER_LENGTH) {
    throw new ScimError(code, `Longer than ${MAX_FILTER_LENGTH} characters.`);
  }
  const tokens: Token[] = [];
  let index = skipSpaces(text, 0);
  while (index < text.length) {
    const token = readToken(text, index);
    if (token === undefined) throw grammarError(code, "Unexpected character", index);
    tokens.push(token);
    index = skipSpaces(text, token.end);
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  return tokens;
}

export function grammarError(code: GrammarError, problem: string, index: number): ScimError {
  const subject = code === "invalidFilter" ? "filter" : "path";
  return new ScimError(code, `${problem} at character ${index + 1} of the ${subject}.`);
}

function readToken(text: string, start: number): Token | undefined {
  const first = text.charAt(start);
  switch (first) {
    case "(":
    case ")":
    case "[":
    case "]":
      return { kind: first, text: first, start, end: start + 1 };
    case '"':
      return readString(text, start);
    default:
      return readWord(text, start);
  }
}

function readString(text: string, start: number): Token | undefined {
  const end = endOfString(text, start);
  const content = end === undefined ? undefined : decodeString(text.slice(start, end));
  return end === undefined || content === undefined ? undefined : { kind: "string", text: content, start, end };
}

// Names, URNs, operators, numbers and the literals true, false and null.
const WORD = /[A-Za-z0-9_$.:+%/=@~-]+/uy;

function readWord(text: string, start: number): Token | undefined {
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0];
  return word === undefined ? undefined : { kind: "word", text: word, start, end: start + word.length };
}

function skipSpaces(text: string, start: number): number {
  let index = start;
  while (text.charAt(index) === " " || text.charAt(index) === "\t") index += 1;
  return index;
}
