import type { Material } from "./material.ts";
import { mutateJson } from "./mutate-json.ts";
import { mutateText } from "./mutate-text.ts";

/** An input like another one, changed in a few places. What is JSON mostly stays so. */
export function mutate(input: string, material: Material): string {
  const { random, maxLength } = material;
  let changed = input;
  do {
    const json = random.integer(5) === 0 ? undefined : mutateJson(changed, material);
    changed = (json ?? mutateText(changed, material)).slice(0, maxLength);
  } while (random.integer(2) === 0);
  return changed;
}
