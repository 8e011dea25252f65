import { Kysely, PostgresDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { Pool } from "pg";
import { ensureRoles } from "./ensure-roles.ts";
import { migrations } from "./migrations.ts";
import { SetupError } from "./setup-error.ts";

export interface MigrateOptions {
  readonly databaseUrl: string;
  /** Told the name of each migration that was applied. */
  readonly onApplied?: (name: string) => void;
}

/** Postgres 15, as server_version_num counts. */
const MIN_SERVER_VERSION = 150_000;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Brings the schema up to date; several processes may do so at once.
 * @throws SetupError when the database cannot be reached or used, or when its schema is newer than this code.
 */
export async function migrate({ databaseUrl, onApplied }: MigrateOptions): Promise<void> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: async () =>
        new Pool({ connectionString: databaseUrl, max: 2, connectionTimeoutMillis: CONNECT_TIMEOUT_MS }),
    }),
  });
  try {
    await checkServer(db);
    await ensureRoles(db);
    await checkNotNewer(db);
    const { error, results } = await new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
    }).migrateToLatest();
    for (const { migrationName, status } of results ?? []) if (status === "Success") onApplied?.(migrationName);
    if (error !== undefined) throw error;
  } catch (error) {
    throw error instanceof SetupError ? error : new SetupError(explain(error), { cause: error });
  } finally {
    await db.destroy();
  }
}

async function checkServer(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ version: string; encoding: string }>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`.execute(
    db,
  );
  const [server] = rows;
  if (server === undefined || Number(server.version) < MIN_SERVER_VERSION) {
    throw new SetupError("Rollcall needs Postgres 15 or newer; the server that DATABASE_URL names is older.");
  }
  if (server.encoding !== "UTF8") {
    throw new SetupError(`Rollcall needs a database with the encoding UTF8; this one has ${server.encoding}.`);
  }
}

/** An old process must not write to tables whose meaning it does not know. */
async function checkNotNewer(db: Kysely<unknown>): Promise<void> {
  const { rows: ledger } = await sql`select 1 from pg_tables where tablename = 'kysely_migration'`.execute(db);
  if (ledger.length === 0) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const unknown = rows.filter(({ name }) => !(name in migrations));
  if (unknown.length === 0) return;
  throw new SetupError(
    `The database's schema is newer than this version of Rollcall (it has ${unknown.map(({ name }) => name).join(", ")}); start the newer version.`,
  );
}

function explain(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return explain(error.errors[0]);
  const reason = error instanceof Error ? error.message : String(error);
  return `The database that DATABASE_URL names cannot be used: ${reason}.`;
}
