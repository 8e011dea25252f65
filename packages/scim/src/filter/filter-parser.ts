import type { ScimError } from "../errors/scim-error.ts";
import { type AttributePath, parseAttributePath } from "../path/attribute-path.ts";
import { COMPARISON_OPERATORS, type Filter, type FilterLiteral } from "./filter.ts";
import { type GrammarError, grammarError, type Token, tokenize } from "./tokenize.ts";

/** Brackets, parentheses and `not` inside one another. */
export const MAX_FILTER_DEPTH = 32;
/** Comparisons in one filter, `pr` included. */
export const MAX_FILTER_TERMS = 200;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

/**
 * The grammar of filters and of the filters inside PATCH paths (RFC 7644, figures 1 and 7), by
 * recursive descent: `or` binds less than `and`, `and` less than `not`. The depth limit bounds the
 * recursion.
 */
export class FilterParser {
  readonly #tokens: readonly Token[];
  readonly #code: GrammarError;
  #position = 0;
  #depth = 0;
  #terms = 0;
  #inValuePath = false;

  constructor(text: string, code: GrammarError) {
    this.#code = code;
    this.#tokens = tokenize(text, code);
  }

  peek(): Token {
    const token = this.#tokens[this.#position] ?? this.#tokens.at(-1);
    if (token === undefined) throw this.fail("Nothing to read", 0);
    return token;
  }

  /** Takes the next token if it is of this kind. */
  take(kind: Token["kind"]): Token | undefined {
    const token = this.peek();
    if (token.kind !== kind) return undefined;
    this.#position += 1;
    return token;
  }

  expect(kind: Token["kind"], problem: string): Token {
    const token = this.take(kind);
    if (token === undefined) throw this.fail(problem);
    return token;
  }

  attributePath(): AttributePath {
    const token = this.expect("word", "An attribute name is missing");
    const path = parseAttributePath(token.text);
    if (path === undefined) throw this.fail("This is not an attribute name", token.start);
    return path;
  }

  or(): Filter {
    return this.#chain("or", () => this.#and());
  }

  /** `[…]` after an attribute: a filter that one and the same element must satisfy. */
  valueFilter(): Filter {
    const open = this.expect("[", "A [ is missing");
    if (this.#inValuePath) throw this.fail("A value filter must not hold another", open.start);
    this.#inValuePath = true;
    const filter = this.#nested(() => this.or());
    this.expect("]", "A ] is missing");
    this.#inValuePath = false;
    return filter;
  }

  /** `.name` right after a `]`. */
  subAttribute(): AttributePath | undefined {
    const before = this.#tokens[this.#position - 1];
    const token = this.peek();
    if (token.kind !== "word" || !token.text.startsWith(".") || token.start !== before?.end) {
      return undefined;
    }
    this.#position += 1;
    const path = parseAttributePath(token.text.slice(1));
    if (path === undefined || path.urn !== undefined || path.subAttribute !== undefined) {
      throw this.fail("This is not an attribute name", token.start + 1);
    }
    return path;
  }

  fail(problem: string, index = this.peek().start): ScimError {
    return grammarError(this.#code, problem, index);
  }

  #and(): Filter {
    return this.#chain("and", () => this.#term());
  }

  #chain(kind: "and" | "or", operand: () => Filter): Filter {
    const first = operand();
    const filters = [first];
    while (this.#takeKeyword(kind)) filters.push(operand());
    return filters.length === 1 ? first : { kind, filters };
  }

  #term(): Filter {
    const next = this.#tokens[this.#position + 1];
    if (next?.kind === "(" && this.#takeKeyword("not")) return { kind: "not", filter: this.#group() };
    if (this.peek().kind === "(") return this.#group();
    const path = this.attributePath();
    if (this.peek().kind !== "[") return this.#comparison(path);
    const filter = this.valueFilter();
    const subPath = this.subAttribute();
    if (subPath === undefined) return { kind: "valuePath", path, filter };
    const both: Filter = { kind: "and", filters: [filter, this.#comparison(subPath)] };
    return { kind: "valuePath", path, filter: both };
  }

  #group(): Filter {
    this.expect("(", "A ( is missing");
    const filter = this.#nested(() => this.or());
    this.expect(")", "A ) is missing");
    return filter;
  }

  #comparison(path: AttributePath): Filter {
    this.#terms += 1;
    if (this.#terms > MAX_FILTER_TERMS) throw this.fail(`More than ${MAX_FILTER_TERMS} comparisons`);
    const token = this.expect("word", "An operator is missing");
    const name = token.text.toLowerCase();
    if (name === "pr") return { kind: "present", path };
    const operator = COMPARISON_OPERATORS.find((known) => known === name);
    if (operator === undefined) throw this.fail("This is not an operator", token.start);
    return { kind: "comparison", path, operator, value: this.#literal() };
  }

  #literal(): FilterLiteral {
    const string = this.take("string");
    if (string !== undefined) return string.text;
    const { text, start } = this.expect("word", "A value is missing");
    switch (text.toLowerCase()) {
      case "true":
        return true;
      case "false":
        return false;
      case "null":
        return null;
      default:
        if (NUMBER.test(text) && Number.isFinite(Number(text))) return Number(text);
        throw this.fail("A value must be a JSON string, number, true, false or null", start);
    }
  }

  #takeKeyword(keyword: "and" | "or" | "not"): boolean {
    const token = this.peek();
    if (token.kind !== "word" || token.text.toLowerCase() !== keyword) return false;
    this.#position += 1;
    return true;
  }

  #nested(read: () => Filter): Filter {
    this.#depth += 1;
    if (this.#depth > MAX_FILTER_DEPTH) throw this.fail(`Nested deeper than ${MAX_FILTER_DEPTH} levels`);
    const filter = read();
    this.#depth -= 1;
    return filter;
  }
}
