import { createRandom as createStream } from "@rollcall/okta";

/** A stream of choices fixed by its seed. */
export interface Random {
  /** Integer in [0, below). */
  integer(below: number): number;
  /** True `percent` times in a hundred. */
  chance(percent: number): boolean;
  /** @returns undefined when there is nothing to pick from. */
  pick<TItem>(items: readonly TItem[]): TItem | undefined;
}

/** Seeded from a number and a name, so that each worker of a round has a stream of its own. */
export function createRandom(seed: number, name: string): Random {
  const stream = createStream(seed, name);
  const integer = (below: number) => stream.integer(below);
  return {
    integer,
    chance: (percent) => integer(100) < percent,
    pick: (items) => items[integer(items.length)],
  };
}
