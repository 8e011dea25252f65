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
  const through = header.migrations.at(-1) ?? "";
  await migrate({ databaseUrl, through, onApplied });
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

async function checkTarget(client: Client, header: BackupHeader): Promise<void> {
  const applied = await readMigrations(client);
  const later = applied.filter((name) => !header.migrations.includes(name));
  if (later.length > 0) {
    throw new BackupError(
      `The database's schema is newer than the backup (it has ${later.join(", ")}); restore into a new database.`,
    );
  }
  await client.query(`begin; ${await seeAllRows(client)}`);
  await checkEmpty(client);
  await client.query("rollback");
}

async function restoreRows(
  client: Client,
  file: string,
  onTable: RestoreBackupOptions["onTable"],
): Promise<BackupContents> {
  const forced = await forcedTables(client);
  await client.query(`begin; ${await seeAllRows(client)}`);
  await checkEmpty(client);
  const contents = await readBackup(file, async (table, rows) => {
    const count = await copyIn(client, table, rows);
    onTable?.({ name: table.name, rows: count });
    return count;
  });
  for (const name of forced) await client.query(`alter table ${escapeIdentifier(name)} force row level security`);
  await client.query("commit");
  return contents;
}

/** For the transaction that it follows the BEGIN of: row-level security does not bind the owner, and nobody else is in. */
async function seeAllRows(client: Client): Promise<string> {
  const tables = await existingTables(client);
  if (tables.length === 0) return MAINTENANCE_SETTINGS;
  const unforce = (await forcedTables(client)).map(
    (name) => `alter table ${escapeIdentifier(name)} no force row level security`,
  );
  return [
    MAINTENANCE_SETTINGS,
    `set local lock_timeout = ${LOCK_TIMEOUT_MS}`,
    `lock table ${tableList(tables)} in access exclusive mode`,
    ...unforce,
  ].join("; ");
}
