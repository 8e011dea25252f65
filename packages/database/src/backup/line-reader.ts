import { END_OF_ROWS } from "./backup-format.ts";

/** Reads a stream that alternates between single lines and rows up to `END_OF_ROWS`. */
export interface LineReader {
  /** Without its LF. @throws Error when the stream ends before it does, or it is longer than `MAX_LINE_BYTES`. */
  line(): Promise<string>;
  /** Whole rows, many at a time, no more than a piece of the stream ahead of the reader. */
  rows(): AsyncGenerator<Buffer, void, undefined>;
  isAtEnd(): Promise<boolean>;
}

/** Of a line that is no row. */
const MAX_LINE_BYTES = 1_048_576;
const LF = "\n";

export function createLineReader(source: AsyncIterable<Buffer>): LineReader {
  const pieces = source[Symbol.asyncIterator]();
  /** Begins where a line does. */
  let held: Buffer = Buffer.alloc(0);

  /** @returns false at the end of the stream. */
  async function more(): Promise<boolean> {
    const { done, value } = await pieces.next();
    if (done) return false;
    held = held.length === 0 ? value : Buffer.concat([held, value]);
    return true;
  }

  function take(length: number): Buffer {
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  }

  return {
    async line() {
      let end = held.indexOf(LF);
      while (end < 0) {
        if (held.length > MAX_LINE_BYTES) throw new Error("a line is too long");
        if (!(await more())) throw new Error("it ends too early");
        end = held.indexOf(LF);
      }
      return take(end + LF.length)
        .toString()
        .slice(0, -LF.length);
    },

    async *rows() {
      for (;;) {
        const length = rowsLength(held);
        if (length > 0) yield take(length);
        if (startsWithEnd(held)) {
          take(END_OF_ROWS.length);
          return;
        }
        if (!(await more())) throw new Error("it ends too early");
      }
    },

    async isAtEnd() {
      while (held.length === 0) if (!(await more())) return true;
      return false;
    },
  };
}

/** How many bytes of whole rows it begins with. */
function rowsLength(held: Buffer): number {
  if (startsWithEnd(held)) return 0;
  const end = held.indexOf(LF + END_OF_ROWS);
  return (end < 0 ? held.lastIndexOf(LF) : end) + LF.length;
}

function startsWithEnd(held: Buffer): boolean {
  return held.subarray(0, END_OF_ROWS.length).equals(Buffer.from(END_OF_ROWS));
}
