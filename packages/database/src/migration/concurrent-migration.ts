import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * A migration of statements that Postgres refuses within a transaction, such as CREATE INDEX CONCURRENTLY, which keep
 * nobody waiting however large the table is. It may break off half-way and is then run again from its beginning.
 */
export interface ConcurrentMigration extends Migration {
  readonly concurrently: true;
  up(db: Kysely<unknown>): Promise<void>;
}

export function isConcurrent(migration: Migration): migration is ConcurrentMigration {
  return "concurrently" in migration;
}
