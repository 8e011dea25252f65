import type { DirectoryOptions } from "@rollcall/domain";
import { type RawBuilder, sql } from "kysely";

/** What the caller sees, as a statement's value: `all`, or `idp` for whom only what identity providers made exists. */
export type Sight = RawBuilder<NonNullable<DirectoryOptions["sees"]>>;

/** Who asks: of which tenant, and what they see of it. */
export interface Viewer {
  readonly tenantId: RawBuilder<string>;
  readonly sight: Sight;
}

/** Whether the caller sees a row of users or groups. */
export function isSeen(table: string, sight: Sight): RawBuilder<boolean> {
  return sql`(${sql.ref(`${table}.origin`)} = 'idp' or ${sight}::text = 'all')`;
}

interface RowKey {
  readonly tenantId: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
}

/**
 * The same of a row that the statement does not read: it is looked up by its key, and only where that matters. `offset 0`
 * keeps the planner from reading all rows at once instead.
 */
export function isSeenByKey(table: "users" | "groups", { tenantId, id }: RowKey, sight: Sight): RawBuilder<boolean> {
  return sql`(${sight}::text = 'all' or exists (
    select from ${sql.table(table)} seen where seen.tenant_id = ${tenantId} and seen.id = ${id} and seen.origin = 'idp' offset 0
  ))`;
}
