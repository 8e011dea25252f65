import { describe, expect, it } from "vitest";
import { z } from "zod";
import { instantInput } from "./instant.ts";
import { MAX_PAGE_SIZE, pageInput, toPage } from "./page.ts";
import { text } from "./text.ts";

const page = z.strictObject(pageInput);

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

describe("a page", () => {
  it("begins where the page before ended", () => {
    const id = "01935f20-1111-7222-8333-944455556666";
    for (const position of [{ id }, { id, key: "ada" }, { id, key: null }]) {
      const { nextCursor } = toPage({ items: [], next: position, total: undefined }, () => undefined);
      expect(page.parse({ cursor: nextCursor, limit: 2 })).toEqual({ cursor: position, limit: 2 });
    }
  });

  it.each(["", "!!", encode(["not an id"]), encode([1]), encode({}), "x".repeat(9_000)])(
    "refuses the cursor %j",
    (cursor) => {
      expect(page.safeParse({ cursor }).success).toBe(false);
    },
  );

  it("has from 1 to 1,000 items, 100 unless asked otherwise", () => {
    expect(page.parse({}).limit).toBe(100);
    expect(page.parse({ limit: MAX_PAGE_SIZE }).limit).toBe(1_000);
    for (const limit of [0, -1, 1_001, 1.5, "10"]) expect(page.safeParse({ limit }).success).toBe(false);
  });
});

describe("text", () => {
  it("has a length and no NUL", () => {
    expect(text(3).safeParse("abc").success).toBe(true);
    for (const value of ["", "abcd", "a\0"]) expect(text(3).safeParse(value).success).toBe(false);
  });
});

describe("a point in time", () => {
  it("may come in any offset but not without one", () => {
    expect(instantInput.parse("2026-02-03T10:30:00+01:00")).toEqual(new Date("2026-02-03T09:30:00Z"));
    for (const value of ["2026-02-03T10:30:00", "2026-02-30T10:30:00Z", "tomorrow"]) {
      expect(instantInput.safeParse(value).success).toBe(false);
    }
  });
});
