import type { JsonObject, JsonValue } from "./json-value.ts";

/** The value under `name`, given in lower case, whatever case the key has: names are not case-sensitive (RFC 7643 §2.1). */
export function findKey(object: JsonObject, name: string): JsonValue | undefined {
  return Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1];
}
