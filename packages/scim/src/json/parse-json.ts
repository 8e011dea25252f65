import { ScimError } from "../errors/scim-error.ts";
import { decodeString, endOfString } from "./json-string.ts";
import type { JsonValue } from "./json-value.ts";
import { type EscapedKey, parseEscapedKeys } from "./parse-escaped-keys.ts";

/** Objects and arrays inside one another. SCIM itself needs five. */
export const MAX_JSON_DEPTH = 32;
/** Keys in the whole text: room for a group of 100,000 members with every sub-attribute. */
export const MAX_JSON_KEYS = 1_000_000;

const MAX_LITERAL_LENGTH = 1_000;
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/u;
const LITERAL_END = /[\s,:[\]{}"]/u;

/**
 * Reads a request body. Stricter than JSON.parse, which lets the last of two equal keys win: two
 * readers of one body must not see two different requests.
 *
 * @throws ScimError 400 invalidSyntax, naming the character: not JSON; deeper than MAX_JSON_DEPTH;
 * more than MAX_JSON_KEYS keys; a key twice in one object, also if only its case differs (RFC 7643
 * §2.1); NUL or half a surrogate pair in a string; a number beyond those of JavaScript.
 */
export function parseJson(text: string): JsonValue {
  const escapedKeys = new JsonScanner(text).scan();
  try {
    if (escapedKeys.length > 0) return parseEscapedKeys(text, escapedKeys);
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch (cause) {
    throw new ScimError("invalidSyntax", "The request body is not JSON.", { cause });
  }
}

type Expected = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "commaOrEnd" | "nothing";

/** Walks the text once, without recursion, and fails at the first character that is out of order. */
class JsonScanner {
  readonly #text: string;
  /** The containers around the cursor: the folded keys of an object, or "array". */
  readonly #open: (Set<string> | "array")[] = [];
  readonly #escapedKeys: EscapedKey[] = [];
  #index = 0;
  #keys = 0;
  #expected: Expected = "value";

  constructor(text: string) {
    this.#text = text;
  }

  scan(): readonly EscapedKey[] {
    while (this.#index < this.#text.length) this.#step();
    if (this.#expected !== "nothing") this.#fail("The JSON text ends too early");
    return this.#escapedKeys;
  }

  #step(): void {
    const character = this.#text.charAt(this.#index);
    switch (character) {
      case " ":
      case "\n":
      case "\r":
      case "\t":
        this.#index += 1;
        return;
      case '"':
        return this.#expected === "key" || this.#expected === "keyOrEnd" ? this.#key() : this.#string();
      case "{":
        return this.#enter(new Set());
      case "[":
        return this.#enter("array");
      case "}":
      case "]":
        return this.#leave(character);
      case ":":
        return this.#advance(this.#expected === "colon", "value");
      case ",":
        return this.#advance(this.#expected === "commaOrEnd", this.#open.at(-1) === "array" ? "value" : "key");
      default:
        return this.#literal();
    }
  }

  #advance(allowed: boolean, next: Expected): void {
    if (!allowed) this.#fail("Unexpected character");
    this.#index += 1;
    this.#expected = next;
  }

  #enter(container: Set<string> | "array"): void {
    this.#requireValue();
    this.#open.push(container);
    if (this.#open.length > MAX_JSON_DEPTH) {
      this.#fail(`JSON nested deeper than ${MAX_JSON_DEPTH} levels`);
    }
    this.#advance(true, container === "array" ? "valueOrEnd" : "keyOrEnd");
  }

  #leave(character: "}" | "]"): void {
    const inArray = this.#open.at(-1) === "array";
    const atStart = this.#expected === (inArray ? "valueOrEnd" : "keyOrEnd");
    const matches = inArray === (character === "]");
    if (!matches || !(atStart || this.#expected === "commaOrEnd")) this.#fail("Unexpected character");
    this.#open.pop();
    this.#index += 1;
    this.#endValue();
  }

  #key(): void {
    const start = this.#index;
    const name = this.#readString();
    // What is shorter than what stands between the quotes was written with escapes.
    if (name.length < this.#index - start - 2) this.#escapedKeys.push({ start, end: this.#index, name });
    const key = name.toLowerCase();
    const keys = this.#open.at(-1);
    if (keys instanceof Set) {
      if (keys.has(key)) this.#fail("A key occurs twice in one object", start);
      keys.add(key);
    }
    this.#keys += 1;
    if (this.#keys > MAX_JSON_KEYS) this.#fail(`More than ${MAX_JSON_KEYS} keys`, start);
    this.#expected = "colon";
  }

  #string(): void {
    this.#requireValue();
    this.#readString();
    this.#endValue();
  }

  #readString(): string {
    const end = endOfString(this.#text, this.#index);
    if (end === undefined) return this.#fail("A string is not closed or holds a control character");
    const text = decodeString(this.#text.slice(this.#index, end));
    if (text === undefined) return this.#fail("A string holds a character or escape that is not allowed");
    this.#index = end;
    return text;
  }

  #literal(): void {
    this.#requireValue();
    const rest = this.#text.slice(this.#index, this.#index + MAX_LITERAL_LENGTH);
    const length = rest.search(LITERAL_END);
    const literal = length === -1 ? rest : rest.slice(0, length);
    if (!LITERAL.test(literal)) this.#fail("Unexpected character");
    // JSON.parse makes Infinity of 1e400, which is no JSON value and is written back as null.
    if (Math.abs(Number(literal)) === Infinity) this.#fail("A number is too great");
    this.#index += literal.length;
    this.#endValue();
  }

  #requireValue(): void {
    if (this.#expected !== "value" && this.#expected !== "valueOrEnd") this.#fail("Unexpected character");
  }

  #endValue(): void {
    this.#expected = this.#open.length === 0 ? "nothing" : "commaOrEnd";
  }

  #fail(problem: string, index = this.#index): never {
    throw new ScimError("invalidSyntax", `${problem} at character ${index + 1} of the body.`);
  }
}
