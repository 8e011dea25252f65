import { fold, isId } from "@rollcall/domain";

/** Values to look up as the index of an attribute holds them, each once. What is no UUID is nobody's id. */
export function distinctKeys(by: string, values: readonly string[]): string[] {
  const keys =
    by === "id" ? values.filter(isId).map((id) => id.toLowerCase()) : values.map(by === "externalId" ? String : fold);
  return [...new Set(keys)];
}
