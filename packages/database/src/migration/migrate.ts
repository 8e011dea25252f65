import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import { Pool } from "pg";
import { isConcurrent } from "./concurrent-migration.ts";
import { ensureRoles } from "./ensure-roles.ts";
import { noteInLedger, readLedger } from "./ledger.ts";
import { loneTransaction } from "./lone-transaction.ts";
import { migrations } from "./migrations.ts";
import { SetupError } from "./setup-error.ts";

export interface MigrateOptions {
  readonly databaseUrl: string;
  /** The last migration to apply. Default: all of them. */
  readonly through?: string;
  /** Told the name of each migration that was applied. */
  readonly onApplied?: (name: string) => void;
  /** Told, in a phrase, each time that it has to wait before it tries again. */
  readonly onWaiting?: (reason: string) => void;
}

/** Postgres 15, as server_version_num counts. */
const MIN_SERVER_VERSION = 150_000;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Brings the schema up to date, one migration per transaction, while others read and write; several processes may do so
 * at once.
 * @throws SetupError when the database cannot be reached or used, or when its schema is newer than this code.
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const { databaseUrl, through, onApplied, onWaiting = () => undefined } = options;
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: async () => openPool(databaseUrl) }),
  });
  try {
    await checkServer(db);
    await ensureRoles(db, onWaiting);
    await checkNotNewer(db);
    for (;;) {
      const applied = await loneTransaction(db, onWaiting, (transaction) => applyNext(db, transaction, through));
      if (applied === undefined) return;
      onApplied?.(applied);
    }
  } catch (error) {
    throw error instanceof SetupError ? error : new SetupError(explain(error), { cause: error });
  } finally {
    await db.destroy();
  }
}

function openPool(databaseUrl: string): Pool {
  const pool = new Pool({ connectionString: databaseUrl, max: 2, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // An error that nobody hears would end the process, also of a connection that is being closed as the server stops.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** @returns the name of the migration it applied, or undefined when none is left. */
async function applyNext(
  db: Kysely<unknown>,
  transaction: Transaction<unknown>,
  through: string | undefined,
): Promise<string | undefined> {
  const applied = await readLedger(transaction);
  const next = Object.entries(migrations).find(([name]) => !applied.includes(name));
  if (next === undefined) return undefined;
  const [name, migration] = next;
  if (through !== undefined && name > through) return undefined;
  // One that is concurrent runs beside the transaction, which keeps other processes away and notes it.
  await migration.up(isConcurrent(migration) ? db : transaction);
  await noteInLedger(transaction, name);
  return name;
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
  const unknown = (await readLedger(db)).filter((name) => !(name in migrations));
  if (unknown.length === 0) return;
  throw new SetupError(
    `The database's schema is newer than this version of Rollcall (it has ${unknown.join(", ")}); start the newer version.`,
  );
}

function explain(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return explain(error.errors[0]);
  const reason = error instanceof Error ? error.message : String(error);
  return `The database that DATABASE_URL names cannot be used: ${reason}.`;
}
