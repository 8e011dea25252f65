import { type RawBuilder, sql } from "kysely";
import type { FoundId } from "./found-id.ts";

/** How many of a user's addresses have an index each; users that have more are looked through one by one. */
export const INDEXED_EMAILS = 3;

/**
 * The tenant's users that have one of some e-mail addresses, an array of texts as they are compared. Row-level security
 * keeps an index on the whole array from being used, because the operators on arrays are not leakproof; taking an element
 * out of one is.
 */
export function usersWithEmail(tenantId: RawBuilder<unknown>, keys: RawBuilder<unknown>): RawBuilder<FoundId> {
  const places = Array.from({ length: INDEXED_EMAILS }, (_, index) => index + 1);
  const next = sql.lit(INDEXED_EMAILS + 1);
  const ways = [
    ...places.map((place) => sql`email_keys[${sql.lit(place)}] = any(${keys}::text[])`),
    sql`email_keys[${next}] is not null and email_keys && ${keys}::text[]`,
  ];
  const queries = ways.map((way) => sql`select id from users where tenant_id = ${tenantId} and ${way}`);
  return sql`${sql.join(queries, sql` union `)}`;
}
