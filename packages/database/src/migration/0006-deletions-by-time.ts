import { sql } from "kysely";
import type { ConcurrentMigration } from "./concurrent-migration.ts";

/** Finds what is past its time in all tenants. An index that an earlier attempt left half-built is not valid. */
export const deletionsByTime: ConcurrentMigration = {
  concurrently: true,
  async up(db) {
    await sql`drop index concurrently if exists deletions_by_time`.execute(db);
    await sql`create index concurrently deletions_by_time on deletions (deleted_at)`.execute(db);
  },
};
