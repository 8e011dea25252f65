import { type Arbitrary, array, constantFrom, integer, letrec, oneof, string, tuple, uniqueArray } from "fast-check";
import type { JsonObject, JsonValue } from "../json/json-value.ts";

interface Json {
  value: JsonValue;
  object: JsonObject;
}

/** JSON values that parseJson accepts; `keys` are tried often. */
export function jsonValues(keys: readonly string[] = ["a"]): Arbitrary<JsonValue> {
  const text = string({ unit: "binary", maxLength: 8 }).filter(isStorable);
  const key = oneof(constantFrom(...keys), constantFrom("__proto__", "constructor", "toString"), text);
  return letrec<Json>((tie) => ({
    value: oneof(
      { depthSize: "small", withCrossShrink: true },
      constantFrom(null, true, false, "True", "", "work"),
      integer(),
      text,
      array(tie("value"), { maxLength: 3 }),
      tie("object"),
    ),
    object: uniqueArray(tuple(key, tie("value")), { selector: ([name]) => name.toLowerCase(), maxLength: 4 }).map(
      (entries): JsonObject => Object.fromEntries(entries),
    ),
  })).value;
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
