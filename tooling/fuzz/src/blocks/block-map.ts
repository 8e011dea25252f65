import type { FunctionHits } from "./open-coverage.ts";

/** Which blocks of code were ever reached. */
export interface BlockMap {
  /** Blocks reached so far. */
  readonly size: number;
  /** Whether these hits reach a block for the first time. */
  isNew(hits: readonly FunctionHits[]): boolean;
  /** @returns how many blocks these hits reach for the first time. */
  note(hits: readonly FunctionHits[]): number;
}

export function createBlockMap(): BlockMap {
  const functions = new Map<string, Map<string, Block>>();
  const reached = new Set<Block>();

  const blocksOf = ({ id, ranges }: FunctionHits): readonly Block[] => {
    const blocks = functions.get(id) ?? new Map<string, Block>();
    functions.set(id, blocks);
    for (const { startOffset: start, endOffset: end } of ranges) {
      const key = `${start}-${end}`;
      if (!blocks.has(key)) blocks.set(key, { start, end });
    }
    return [...blocks.values()];
  };
  const freshOf = (hits: readonly FunctionHits[]): Block[] =>
    hits.flatMap((each) => blocksOf(each).filter((block) => !reached.has(block) && countOf(block, each) > 0));

  return {
    get size() {
      return reached.size;
    },
    isNew: (hits) => freshOf(hits).length > 0,
    note(hits) {
      const fresh = freshOf(hits);
      for (const block of fresh) reached.add(block);
      return fresh.length;
    },
  };
}

interface Block {
  readonly start: number;
  readonly end: number;
}

/** V8 does not list a block that ran as often as the one around it; outer blocks come before inner ones. */
function countOf({ start, end }: Block, { ranges }: FunctionHits): number {
  return ranges.findLast(({ startOffset, endOffset }) => startOffset <= start && end <= endOffset)?.count ?? 0;
}
