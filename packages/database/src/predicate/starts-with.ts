import { type RawBuilder, sql } from "kysely";

/**
 * Whether a text begins with `prefix`: then it lies between that and what comes after all such texts, in byte order. An
 * index finds that; LIKE is not leakproof, which keeps indexes from serving it under row-level security.
 */
export function startsWith(value: RawBuilder<unknown>, prefix: string): RawBuilder<boolean> {
  const end = textAfter(prefix);
  const isAfter = sql<boolean>`${value} collate "C" >= ${prefix}`;
  return end === undefined ? isAfter : sql`(${isAfter} and ${value} collate "C" < ${end})`;
}

const LAST_CODE_POINT = 0x10_ffff;
/** Code points that are no characters. */
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/** The least text that is greater than all that begin with `prefix`; undefined when there is none. UTF-8's bytes are in the order of code points. */
function textAfter(prefix: string): string | undefined {
  const characters = Array.from(prefix);
  const last = characters.pop()?.codePointAt(0);
  if (last === undefined) return undefined;
  const before = characters.join("");
  if (last === LAST_CODE_POINT) return textAfter(before);
  return before + String.fromCodePoint(last + 1 === FIRST_SURROGATE ? LAST_SURROGATE + 1 : last + 1);
}
