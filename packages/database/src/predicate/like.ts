import { type RawBuilder, sql } from "kysely";

/** Whether a text holds `text` somewhere. */
export function containsText(value: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  return sql`${value} like ${`%${escapeLike(text)}%`}`;
}

/** `%` and `_` mean themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
