import { isId, type Page, type PagePosition } from "@rollcall/domain";
import { z } from "zod";

export const MAX_PAGE_SIZE = 1_000;
const DEFAULT_PAGE_SIZE = 100;
/** A cursor holds the last item's id and the value its list is sorted by, which may be a long name. */
const MAX_CURSOR_LENGTH = 8_000;

/** Where the next page begins: the place of this one's last item, opaque to callers. */
function encodeCursor({ id, key }: PagePosition): string {
  return Buffer.from(JSON.stringify(key === undefined ? [id] : [id, key])).toString("base64url");
}

const positionSchema = z.union([
  z.tuple([z.string().refine(isId)]).transform(([id]): PagePosition => ({ id })),
  z.tuple([z.string().refine(isId), z.string().nullable()]).transform(([id, key]): PagePosition => ({ id, key })),
]);

const cursor = z
  .string()
  .max(MAX_CURSOR_LENGTH)
  .transform((text, context) => {
    const position = positionSchema.safeParse(parseJson(Buffer.from(text, "base64url").toString()));
    if (position.success) return position.data;
    context.addIssue("is not a cursor of this API");
    return z.NEVER;
  })
  .meta({ description: "`nextCursor` of the page before; absent for the first page" });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const limit = z
  .int()
  .min(1)
  .max(MAX_PAGE_SIZE)
  .default(DEFAULT_PAGE_SIZE)
  .meta({ description: "The most items to return" });

/** Input of every list that is read in pages. */
export const pageInput = { limit, cursor: cursor.optional() };

/** A page of the domain's as callers see it. */
export function toPage<TItem, TModel>({ items, next, total }: Page<TItem>, toModel: (item: TItem) => TModel) {
  return {
    items: items.map((item) => toModel(item)),
    nextCursor: next === undefined ? null : encodeCursor(next),
    ...(total !== undefined && { total }),
  };
}

/** A list that is always whole. */
export function listOf<TItem extends z.ZodType>(item: TItem, name: string) {
  return z.object({ items: z.array(item) }).meta({ id: name, description: "All of them." });
}

/** A part of a list. Its order does not change while it is read, so nothing is missed and nothing comes twice. */
export function pageOf<TItem extends z.ZodType>(item: TItem, name: string) {
  return z.object({ items: z.array(item), nextCursor }).meta({ id: name, description: "One page." });
}

/** A page that also tells how many there are in all, when it is asked to. */
export function countedPageOf<TItem extends z.ZodType>(item: TItem, name: string) {
  return z.object({ items: z.array(item), nextCursor, total }).meta({ id: name, description: "One page." });
}

const nextCursor = z.string().nullable().meta({ description: "Where the next page begins; null on the last page" });
const total = z.int().nonnegative().optional().meta({ description: "How many match in all; only with `withTotal`" });
