import { type RawBuilder, sql } from "kysely";
import { isSeen } from "../predicate/visibility.ts";
import { statement } from "../session/statement.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import type { KeyedRow } from "./list-page.ts";

export interface PageAfter extends Pick<TenantAccess, "tenantId" | "sees"> {
  /** An id. */
  after: string;
  limit: number;
}

/** More than any page has, with the one that tells whether others follow. */
export const MANY = 1_001;

export interface PageSelection {
  readonly name: string;
  readonly table: "users" | "groups";
  readonly columns: (sight: RawBuilder<TenantAccess["sees"]>) => RawBuilder<unknown>;
}

/**
 * What the caller sees of a table, in the order of ids. The planner is told a limit that it can reckon with: of one that
 * is not known when it plans it thinks a tenth of the table, and would rather sort that.
 */
export function pageAfter<TRow>({ name, table, columns }: PageSelection) {
  return statement<PageAfter>()(
    name,
    (param) => sql<TRow & KeyedRow>`
      select * from (
        select ${columns(param("sees"))}, null as key from ${sql.table(table)}
        where ${sql.ref(`${table}.tenant_id`)} = ${param("tenantId")} and ${sql.ref(`${table}.id`)} > ${param("after")}
          and ${isSeen(table, param("sees"))}
        order by ${sql.ref(`${table}.id`)} limit ${sql.lit(MANY)}
      ) page limit ${param("limit")}`,
  );
}
