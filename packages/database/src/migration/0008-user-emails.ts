import { sql } from "kysely";
import type { ConcurrentMigration } from "./concurrent-migration.ts";

/**
 * Finds users by e-mail under row-level security, which keeps the index on the whole array from being used: one index for
 * each of a user's first three addresses, and one of those who have more. An index that an earlier attempt left half-built
 * is not valid. Processes of the version before need none of it: they read all of a tenant, with the old index and without.
 */
export const userEmails: ConcurrentMigration = {
  concurrently: true,
  async up(db) {
    for (const place of [1, 2, 3]) {
      const [name, email] = [sql.id(`users_by_email_${place}`), sql`email_keys[${sql.lit(place)}]`];
      await sql`drop index concurrently if exists ${name}`.execute(db);
      await sql`create index concurrently ${name} on users (tenant_id, (${email})) where ${email} is not null`.execute(
        db,
      );
    }
    await sql`drop index concurrently if exists users_by_more_emails`.execute(db);
    await sql`create index concurrently users_by_more_emails on users (tenant_id, id) where email_keys[4] is not null`.execute(
      db,
    );
    await sql`drop index concurrently if exists users_by_email`.execute(db);
  },
};
