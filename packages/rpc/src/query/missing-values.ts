import { fold } from "@rollcall/domain";

/** The values of a look-up that nothing was found for, as the caller spelled them. */
export function missingValues(
  values: readonly string[],
  found: readonly string[],
  { caseExact }: { caseExact: boolean },
): string[] {
  const keyOf = (text: string) => (caseExact ? text : fold(text));
  const keys = new Set(found.map(keyOf));
  return [...new Set(values)].filter((value) => !keys.has(keyOf(value)));
}
