import { expect, it } from "vitest";
import { createLineReader } from "./line-reader.ts";

const TEXT = '{}\na\tb\n\\\\.\n\\.\n{"rows":2}\n\\.\nend\n';

it.each(Array.from({ length: TEXT.length }, (_, index) => index + 1))(
  "finds lines and rows in pieces of %d bytes",
  async (size) => {
    const reader = createLineReader(pieces(TEXT, size));
    expect(await reader.line()).toBe("{}");
    expect(await text(reader.rows())).toBe("a\tb\n\\\\.\n");
    expect(await reader.line()).toBe('{"rows":2}');
    expect(await text(reader.rows())).toBe("");
    expect(await reader.line()).toBe("end");
    expect(await reader.isAtEnd()).toBe(true);
  },
);

it("takes from the stream no more than it hands on", async () => {
  let taken = 0;
  async function* endless() {
    for (;;) {
      taken++;
      yield Buffer.from("one\ntwo\nthr");
      yield Buffer.from("ee\n");
    }
  }
  let given = 0;
  for await (const rows of createLineReader(endless()).rows()) {
    given += rows.length;
    expect(taken * "one\ntwo\nthree\n".length - given).toBeLessThan(20);
    if (taken === 1_000) break;
  }
});

it("gives up on a line without an end", async () => {
  async function* endless() {
    for (;;) yield Buffer.alloc(65_536, "x");
  }
  await expect(createLineReader(endless()).line()).rejects.toThrow("a line is too long");
});

async function* pieces(whole: string, size: number) {
  const bytes = Buffer.from(whole);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function text(chunks: AsyncIterable<Buffer>): Promise<string> {
  let whole = "";
  for await (const chunk of chunks) whole += chunk.toString();
  return whole;
}
