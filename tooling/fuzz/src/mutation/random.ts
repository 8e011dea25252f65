import { createRandom as createStream } from "@rollcall/okta";

/** A stream of choices fixed by its seed. */
export interface Random {
  /** Integer in [0, below); 0 when that is empty. */
  integer(below: number): number;
  /** `fallback` when there is nothing to pick from. */
  pick<TItem>(items: readonly TItem[], fallback: TItem): TItem;
}

export function createRandom(seed: number, name: string): Random {
  const stream = createStream(seed, name);
  const integer = (below: number) => (below <= 0 ? 0 : stream.integer(below));
  return { integer, pick: (items, fallback) => items[integer(items.length)] ?? fallback };
}
