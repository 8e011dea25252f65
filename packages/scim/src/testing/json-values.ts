import { anything, type Arbitrary, boolean, constantFrom, integer, oneof, string } from "fast-check";
import type { JsonValue } from "../json/json-value.ts";

/** JSON values that parseJson accepts; `keys` and `words` are tried often. */
export function jsonValues(
  keys: readonly string[] = ["a"],
  words: readonly string[] = ["True", ""],
): Arbitrary<JsonValue> {
  const text = string({ unit: "binary", maxLength: 8 }).filter(isStorable);
  const key = oneof(
    constantFrom(...keys),
    constantFrom("__proto__", "constructor", "toString"),
    // In one case, so that no two keys of an object differ in case only.
    text.map((name) => name.toLowerCase()),
  );
  const values = [constantFrom(null), boolean(), integer(), constantFrom(...words), text];
  return anything({ key, values, maxDepth: 3, maxKeys: 4 }).map(toJson);
}

/** What is left of a value after it went over the wire. */
export function toJson(value: unknown): JsonValue {
  const json: JsonValue = JSON.parse(JSON.stringify(value));
  return json;
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
