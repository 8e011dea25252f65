import { type Kysely, sql } from "kysely";
import { isOnCitus } from "./on-citus.ts";

/**
 * Gives a new table its place, right after it is created and before a foreign key points at it. On a Citus cluster that
 * is every node ("everywhere"), a shard by tenant_id beside all else of the tenant ("by tenant"), or one by id.
 *
 * A table by tenant also has no statistics of its tenant_id, on any kind of Postgres. With them the planner takes a
 * tenant that came after the last ANALYZE for one of a single row, and reads all of it where a look-up by the whole key
 * would do; without them it takes each tenant for a part of the table as it is now.
 */
export async function placeTable(db: Kysely<unknown>, table: string, place: Place): Promise<void> {
  if (place === "by tenant") {
    await sql`alter table ${sql.table(table)} alter column tenant_id set statistics 0`.execute(db);
  }
  if (!(await isOnCitus(db))) return;
  if (place === "everywhere") await sql`select create_reference_table(${table})`.execute(db);
  else await sql`select create_distributed_table(${table}, ${place === "by id" ? "id" : "tenant_id"})`.execute(db);
}

type Place = "everywhere" | "by tenant" | "by id";
