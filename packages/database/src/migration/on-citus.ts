import { type Kysely, sql } from "kysely";

/** Whether the database is that of a Citus cluster. */
export async function isOnCitus(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(db);
  return rows.length > 0;
}
