/** A stream of numbers fixed by its seed. */
export interface Random {
  /** Integer in [0, below). */
  integer(below: number): number;
  /** True `percent` times in a hundred. */
  chance(percent: number): boolean;
  /** @returns undefined when there is nothing to pick from. */
  pick<TItem>(items: readonly TItem[]): TItem | undefined;
}

/** mulberry32, seeded from a number and a name, so that each worker of a round has a stream of its own. */
export function createRandom(seed: number, name: string): Random {
  let state = (seed ^ fnv1a(name)) >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const integer = (below: number): number => Math.floor(next() * below);

  return {
    integer,
    chance: (percent) => integer(100) < percent,
    pick: (items) => items[integer(items.length)],
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
