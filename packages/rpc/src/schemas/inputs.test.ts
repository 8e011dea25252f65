import { describe, expect, it } from "vitest";
import { z } from "zod";
import { instantInput } from "./instant.ts";
import { encodeCursor, MAX_PAGE_SIZE, pageInput } from "./page.ts";
import { text } from "./text.ts";

const page = z.strictObject(pageInput);

describe("a page", () => {
  it("begins where the page before ended", () => {
    const lastId = "01935f20-1111-7222-8333-944455556666";
    expect(page.parse({ cursor: encodeCursor(lastId), limit: 2 })).toEqual({ cursor: lastId, limit: 2 });
  });

  it.each(["", "!!", encodeCursor("not an id"), "x".repeat(1_000)])("refuses the cursor %j", (cursor) => {
    expect(page.safeParse({ cursor }).success).toBe(false);
  });

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
