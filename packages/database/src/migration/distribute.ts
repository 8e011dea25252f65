import { type Kysely, sql } from "kysely";

/**
 * On a Citus cluster, places a new table: on every node ("reference"), or sharded by tenant_id beside all others of
 * the tenant. Right after the table is created, before a foreign key points at it. Elsewhere it does nothing.
 */
export async function distribute(
  db: Kysely<unknown>,
  table: string,
  placement: "reference" | "by tenant",
): Promise<void> {
  const { rows } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(db);
  if (rows.length === 0) return;
  if (placement === "reference") await sql`select create_reference_table(${table})`.execute(db);
  else await sql`select create_distributed_table(${table}, 'tenant_id')`.execute(db);
}
