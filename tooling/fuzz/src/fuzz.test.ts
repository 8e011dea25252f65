import { describe, expect, it } from "vitest";
import { openCoverage } from "./blocks/open-coverage.ts";
import { fuzz } from "./fuzz.ts";
import { summarise } from "./summarise.ts";
import type { Target } from "./target.ts";
import { quadraticTarget, toyTarget } from "./toy.fixture.ts";

/** Inputs after which the toys must have shown what is wrong with them. */
const ENOUGH = 200_000;

const coverage = await openCoverage();
const run = async (target: Target, limit: number, seed = 1) =>
  await fuzz(target, { coverage, seed, isOver: ({ inputs }) => inputs >= limit });

describe("the fuzzer", () => {
  it("finds what only inputs that learn from earlier ones come to, and makes it short", async () => {
    const { find } = await run(toyTarget, ENOUGH);
    expect(find?.input).toBe("((((+)");
    expect(summarise(find?.error)).toBe('RangeError: Planted, before "…".');
  });

  it("tries the same inputs for the same seed, and others for another", async () => {
    const [first, again, other] = [await run(toyTarget, 500), await run(toyTarget, 500), await run(toyTarget, 500, 2)];
    expect(again.outcomes).toEqual(first.outcomes);
    expect(again.corpus).toBe(first.corpus);
    expect(other.outcomes).not.toEqual(first.outcomes);
  });

  it("finds work that grows faster than the input", async () => {
    const { find } = await run(quadraticTarget, ENOUGH);
    expect(summarise(find?.error)).toBe("Error: N steps are too many: N should do.");
  });
});
