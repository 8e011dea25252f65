/** Which of the two locks between tenants a run of the tests does without. */
export const modes = {
  "without-row-security": ["row security"],
  "without-predicate": ["predicate"],
  "without-both": ["row security", "predicate"],
} as const satisfies Record<string, readonly Lock[]>;

export type Mode = keyof typeof modes;
type Lock = "row security" | "predicate";

/** @param mode as vitest's `--mode` has it */
export function isMissing(lock: Lock, mode: string): boolean {
  const missing = Object.entries(modes).find(([name]) => name === mode)?.[1];
  if (missing === undefined) throw new Error(`--mode must be one of ${Object.keys(modes).join(", ")}`);
  return missing.some((name) => name === lock);
}
