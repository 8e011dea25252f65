import type { Material } from "./material.ts";
import { pickRegion, toTokens } from "./tokens.ts";

/** An input with one part of it repeated until there is no more room: what grows faster than the input shows so. */
export function stretch(input: string, { random, maxLength }: Material): string {
  const tokens = toTokens(input);
  const { start, end } = pickRegion(tokens, random);
  const region = random.pick(["", ",", " and ", " or "], "") + tokens.slice(start, end).join("");
  const copies = Math.floor((maxLength - input.length) / Math.max(region.length, 1));
  return tokens
    .toSpliced(end, 0, region.repeat(Math.max(copies, 0)))
    .join("")
    .slice(0, maxLength);
}
