/** A stream of numbers fixed by its seed. */
export interface Random {
  /** Integer in [0, below). */
  integer(below: number): number;
  pick<TItem>(items: readonly [TItem, ...TItem[]]): TItem;
  /** `length` characters out of A–Z, a–z, 0–9. */
  alphanumeric(length: number): string;
}

/** mulberry32, seeded from a number and a name, so that two companies with one seed still differ. */
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
    pick: (items) => items[integer(items.length)] ?? items[0],
    alphanumeric: (length) => Array.from({ length }, () => ALPHANUMERIC.charAt(integer(ALPHANUMERIC.length))).join(""),
  };
}

const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
