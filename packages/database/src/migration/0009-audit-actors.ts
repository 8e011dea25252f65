import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Finds what somebody did under row-level security, which keeps an index on a part of a JSON value from being used. The
 * column is Postgres's to fill, so entries of before, and those of processes of the version before, have it as well. The
 * audit log is rewritten, and whoever audits waits for that: docs/operations.md says how long.
 */
export const auditActors: Migration = {
  async up(db) {
    for (const table of ["audit_entries", "platform_audit_entries"]) {
      await sql`
        alter table ${sql.table(table)}
          add column actor_id text collate "C" generated always as (actor ->> 'id') stored`.execute(db);
    }
    await sql`drop index audit_entries_by_actor`.execute(db);
    await sql`create index audit_entries_by_actor on audit_entries (tenant_id, actor_id, id)`.execute(db);
  },
};
