import { pipeline } from "node:stream/promises";
import { type Client, DatabaseError, escapeIdentifier } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { migrate } from "../migration/migrate.ts";
import { migrations } from "../migration/migrations.ts";
import { BackupError } from "./backup-error.ts";
import type { BackupHeader, BackupTable, TableCount } from "./backup-format.ts";
import { existingTables, readMigrations, tableColumns, tableList } from "./catalogue.ts";
import { connectForMaintenance, MAINTENANCE_SETTINGS } from "./maintenance-client.ts";
import { type BackupContents, readBackup } from "./read-backup.ts";

export interface RestoreBackupOptions {
  /** Of the database's owner. */
  readonly databaseUrl: string;
  /** Path of a file that `writeBackup` made. */
  readonly file: string;
  /** Told the name of each migration that was applied. */
  readonly onMigration?: (name: string) => void;
  /** Told of each table that has been read; it is there when all are. */
  readonly onTable?: (table: TableCount) => void;
}

/** Whoever waits for a table's lock makes all later ones wait behind it: so not for long. */
const LOCK_TIMEOUT_MS = 1_000;
const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Puts all rows of a backup into a database that has none. The schema is first brought to where it was at the backup,
 * then the rows come in one transaction, then the schema is brought up to date together with them.
 * @throws BackupError when the file is damaged or newer than this code, or the database is not fit for it.
 * @throws SetupError as `migrate` does.
 */
export async function restoreBackup(options: RestoreBackupOptions): Promise<BackupContents> {
  const { databaseUrl, file, onMigration, onTable } = options;
  // Read twice: damage is found before anything changes.
  const { header } = await readBackup(file, (_table, rows) => countRows(rows));
  checkNotNewer(header, file);
  const onApplied = onMigration ?? (() => undefined);
  await using connection = await connectForMaintenance(databaseUrl);
  const { client } = connection;
  await checkTarget(client, header);
  await migrate({ databaseUrl, through: header.migrations.at(-1) ?? "", onApplied });
  const contents = await restoreRows(client, file, onTable);
  await migrate({ databaseUrl, onApplied });
  return contents;
}

async function countRows(rows: AsyncIterable<Buffer>): Promise<number> {
  let count = 0;
  for await (const chunk of rows) {
    for (let at = chunk.indexOf("\n"); at >= 0; at = chunk.indexOf("\n", at + 1)) count++;
  }
  return count;
}

function checkNotNewer(header: BackupHeader, file: string): void {
  const unknown = header.migrations.filter((name, index) => Object.keys(migrations)[index] !== name);
  if (unknown.length === 0) return;
  throw new BackupError(
    `${file} comes from Rollcall ${header.rollcallVersion}, whose schema this version does not know (it has ${unknown.join(", ")}); restore it with that version.`,
  );
}

/** So migrating changes no schema that may have rows. */
async function checkTarget(client: Client, header: BackupHeader): Promise<void> {
  const applied = await readMigrations(client);
  if (applied.length === 0 || applied.join() === header.migrations.join()) return;
  throw new BackupError(
    `The database's schema is not that of the backup (${applied.at(-1)} is its last migration, ${header.migrations.at(-1)} the backup's); restore into a new database.`,
  );
}

async function restoreRows(
  client: Client,
  file: string,
  onTable: RestoreBackupOptions["onTable"],
): Promise<BackupContents> {
  const tables = await existingTables(client);
  // Without locks at first, which others would wait for if this is the wrong database.
  await checkEmpty(client, tables);
  await client.query(`begin; ${MAINTENANCE_SETTINGS}; set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
  const forced = await openToOwner(client, tables);
  await checkEmpty(client, tables);
  const contents = await readBackup(file, async (table, rows) => {
    const count = await copyIn(client, table, rows);
    onTable?.({ name: table.name, rows: count });
    return count;
  });
  for (const name of forced) await client.query(`alter table ${name} force row level security`);
  await client.query("commit");
  return contents;
}

/**
 * Keeps everybody else off the tables, and until the transaction ends row-level security off their owner.
 * @returns names of the tables for which it is to be forced again
 */
async function openToOwner(client: Client, tables: readonly BackupTable[]): Promise<string[]> {
  try {
    await client.query(`lock table ${tableList(tables)} in access exclusive mode`);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== LOCK_NOT_AVAILABLE) throw error;
    throw new BackupError("Others use the database; stop every Rollcall on it first.", { cause: error });
  }
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where oid = any($1::text[]::regclass[]) and relforcerowsecurity",
    [tables.map(({ name }) => escapeIdentifier(name))],
  );
  const forced = rows.map(({ name }) => escapeIdentifier(name));
  for (const name of forced) await client.query(`alter table ${name} no force row level security`);
  return forced;
}

async function checkEmpty(client: Client, tables: readonly BackupTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query(`select from ${escapeIdentifier(name)} limit 1`);
    if (rows.length === 0) continue;
    throw new BackupError(`The database has rows already (in ${name}); restore into one that has none.`);
  }
}

async function copyIn(client: Client, table: BackupTable, rows: AsyncIterable<Buffer>): Promise<number> {
  const copy = client.query(copyFrom(`copy ${tableColumns(table)} from stdin`));
  await pipeline(rows, copy);
  return copy.rowCount;
}
