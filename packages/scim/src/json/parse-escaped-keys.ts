import { isJsonObject, type JsonValue } from "./json-value.ts";

/** A key written with escapes: its place in the text, quotes included, and what it stands for. */
export interface EscapedKey {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Half a surrogate pair, which no text holds that was scanned before. */
const MARK = "\ud800";

/**
 * Parses JSON that was found to be valid, and to have these keys with escapes. V8 takes such a key for one of an object
 * that it parsed earlier, whoever sent that, if it begins like it: after `{"a":0,"\\":0}` it reads `\` as the second key
 * of `{"a":0,"\n":0}` (https://github.com/nodejs/node/issues/63785). So it is given other names for them.
 */
export function parseEscapedKeys(text: string, keys: readonly EscapedKey[]): JsonValue {
  const parts = keys.map(({ start }, index) => `${text.slice(keys[index - 1]?.end ?? 0, start)}"${MARK}${index}"`);
  const value: JsonValue = JSON.parse(parts.join("") + text.slice(keys.at(-1)?.end ?? 0));
  return rename(value, keys);
}

function rename(value: JsonValue, keys: readonly EscapedKey[]): JsonValue {
  if (Array.isArray(value)) return value.map((element) => rename(element, keys));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      const marked = key.startsWith(MARK) ? keys[Number(key.slice(MARK.length))] : undefined;
      return [marked?.name ?? key, rename(entry, keys)];
    }),
  );
}
