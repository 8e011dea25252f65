import { isId } from "@rollcall/domain";
import { z } from "zod";

export const MAX_PAGE_SIZE = 1_000;
const DEFAULT_PAGE_SIZE = 100;
const MAX_CURSOR_LENGTH = 100;

/** Where the next page begins: the last id of this one, opaque to callers. */
export function encodeCursor(lastId: string): string {
  return Buffer.from(lastId).toString("base64url");
}

const cursor = z
  .string()
  .max(MAX_CURSOR_LENGTH)
  .transform((text, context) => {
    const lastId = Buffer.from(text, "base64url").toString();
    if (isId(lastId)) return lastId;
    context.addIssue("is not a cursor of this API");
    return z.NEVER;
  })
  .meta({ description: "`nextCursor` of the page before; absent for the first page" });

const limit = z
  .int()
  .min(1)
  .max(MAX_PAGE_SIZE)
  .default(DEFAULT_PAGE_SIZE)
  .meta({ description: "The most items to return" });

/** Input of every list that is read in pages. */
export const pageInput = { limit, cursor: cursor.optional() };

/** A list that is always whole. */
export function listOf<TItem extends z.ZodType>(item: TItem, name: string) {
  return z.object({ items: z.array(item) }).meta({ id: name, description: "All of them." });
}

/** A part of a list, in the order of ids, which never change. */
export function pageOf<TItem extends z.ZodType>(item: TItem, name: string) {
  return z.object({ items: z.array(item), nextCursor }).meta({ id: name, description: "One page." });
}

/** A page that also tells how many there are in all, when it is asked to. */
export function countedPageOf<TItem extends z.ZodType>(item: TItem, name: string) {
  return z.object({ items: z.array(item), nextCursor, total }).meta({ id: name, description: "One page." });
}

const nextCursor = z.string().nullable().meta({ description: "Where the next page begins; null on the last page" });
const total = z.int().nonnegative().optional().meta({ description: "How many match in all; only with `withTotal`" });
