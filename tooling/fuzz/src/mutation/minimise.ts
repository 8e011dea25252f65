import { toTokens } from "./tokens.ts";

/** Attempts at most: what is left then is small enough to be read. */
const MAX_ATTEMPTS = 1_000;

/** A shorter input of which the same is true: parts are taken out, ever smaller ones, as long as it stays so. */
export async function minimise(input: string, isSame: (input: string) => Promise<boolean>): Promise<string> {
  const budget = { attempts: MAX_ATTEMPTS };
  const byTokens = await shrink(toTokens(input), { isSame, budget });
  return (await shrink(byTokens.join("").split(""), { isSame, budget })).join("");
}

interface Shrinking {
  readonly isSame: (input: string) => Promise<boolean>;
  readonly budget: { attempts: number };
}

async function shrink(parts: readonly string[], { isSame, budget }: Shrinking): Promise<readonly string[]> {
  let rest = parts;
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < rest.length && budget.attempts > 0;) {
      const candidate = rest.toSpliced(start, size);
      budget.attempts -= 1;
      if (await isSame(candidate.join(""))) rest = candidate;
      else start += size;
    }
  }
  return rest;
}
