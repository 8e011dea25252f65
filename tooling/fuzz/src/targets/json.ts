import { isJsonObject, jsonEqual, type JsonValue, MAX_JSON_DEPTH, parseJson } from "@rollcall/scim";
import type { Target } from "../target.ts";
import { hold, readOrRefuse } from "./hold.ts";
import { jsonWords } from "./words.ts";

/** Request bodies as text: taken is exactly what is JSON, says one thing and can be stored. */
export const jsonTarget: Target = {
  name: "json",
  covers: /packages\/scim\/src\//u,
  maxLength: 4_000,
  maxStepsPerCharacter: 60,
  dictionary: jsonWords,
  seeds: [
    '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a","emails":[{"value":"a@b","primary":true}]}',
    '[1,-0.5e+3,"\\u00e4\\n\\"",{"a":{"A ":null}},[],{}]',
    `${"[".repeat(MAX_JSON_DEPTH)}${"]".repeat(MAX_JSON_DEPTH)}`,
    "{}",
  ],
  attempt(text) {
    const read = readOrRefuse(() => parseJson(text));
    const fault = faultOf(text);
    if ("refusal" in read) {
      hold(`what is refused (${read.refusal}) is at fault`, fault !== undefined || hasDoubleKey(text));
      return read.refusal;
    }
    hold(`what is taken has no fault such as ${fault}`, fault === undefined);
    const value = read.result;
    hold("keys are those of the text", isSame(keysOf(value), keysInText(text)));
    hold("no object has a key twice", factsOf(value).keys === keysInText(text).length);
    hold("a value that is written back reads the same", jsonEqual(value, parseJson(JSON.stringify(value))));
    hold("nothing is inherited from what was read", !("polluted" in {}));
    return `read: ${Array.isArray(value) ? "array" : typeof value}`;
  },
};

/** Literals of more characters than this are nobody's. */
const MAX_LITERAL_LENGTH = 1_000;
const STRING_OR_KEY = /"(?:[^"\\]|\\.)*"\s*:?/gsu;

/** Why a text should be refused, found another way; undefined when it should be taken, doubled keys aside. */
function faultOf(text: string): string | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return "not JSON";
  }
  const { depth, isFinite } = factsOf(value);
  if (depth > MAX_JSON_DEPTH) return "too deep";
  const texts = [text, ...stringsIn(text).map(decode)];
  if (!texts.every((each) => each.isWellFormed() && !each.includes("\0"))) return "text that cannot be stored";
  if (/[-+.0-9eE]{1001,}/u.test(text)) return `a literal of more than ${MAX_LITERAL_LENGTH} characters`;
  return isFinite ? undefined : "a number that is too great";
}

function hasDoubleKey(text: string): boolean {
  return factsOf(JSON.parse(text)).keys < keysInText(text).length;
}

function stringsIn(text: string): readonly string[] {
  return text.match(STRING_OR_KEY) ?? [];
}

/** The keys of all objects, each decoded by itself: V8 may mistake one among others for another. */
function keysInText(text: string): string[] {
  return stringsIn(text)
    .filter((match) => match.endsWith(":"))
    .map(decode);
}

function decode(stringOrKey: string): string {
  return String(JSON.parse(stringOrKey.replace(/:$/u, "")));
}

function keysOf(value: JsonValue): string[] {
  if (typeof value !== "object" || value === null) return [];
  return [...(isJsonObject(value) ? Object.keys(value) : []), ...Object.values(value).flatMap(keysOf)];
}

/** Whatever their order. */
function isSame(left: readonly string[], right: readonly string[]): boolean {
  return JSON.stringify(left.toSorted()) === JSON.stringify(right.toSorted());
}

interface Facts {
  readonly depth: number;
  /** Keys that differ in more than their case, in all objects. */
  readonly keys: number;
  readonly isFinite: boolean;
}

function factsOf(value: JsonValue): Facts {
  const keys = isJsonObject(value) ? Object.keys(value) : [];
  const isContainer = typeof value === "object" && value !== null;
  const parts = isContainer ? Object.values(value).map(factsOf) : [];
  return {
    depth: Number(isContainer) + Math.max(0, ...parts.map(({ depth }) => depth)),
    keys: new Set(keys.map((key) => key.toLowerCase())).size + parts.reduce((sum, part) => sum + part.keys, 0),
    isFinite: (typeof value !== "number" || Number.isFinite(value)) && parts.every((part) => part.isFinite),
  };
}
