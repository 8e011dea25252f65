import { createHash } from "node:crypto";
import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { migrations } from "../migration/migrations.ts";
import { BackupError } from "./backup-error.ts";
import {
  type BackupHeader,
  type BackupTable,
  END_OF_ROWS,
  FORMAT,
  FORMAT_VERSION,
  type TableCount,
  type TableSummary,
} from "./backup-format.ts";
import { existingTables, readMigrations, rowsAreHidden, tableColumns, tableList } from "./catalogue.ts";
import { connectForMaintenance, MAINTENANCE_SETTINGS } from "./maintenance-client.ts";

export interface WriteBackupOptions {
  /** Of a superuser or a role with BYPASSRLS. */
  readonly databaseUrl: string;
  /** Path of the file to make, for its owner alone. */
  readonly file: string;
  /** Of Rollcall. */
  readonly rollcallVersion: string;
  /** Told of each table that has been written. */
  readonly onTable?: (table: TableCount) => void;
}

/**
 * Writes all rows, as they were at one moment, while others read and write. The file appears whole or not at all.
 * @throws BackupError when the file is there already or cannot be written, or this user or version cannot back it up.
 * @throws SetupError when the database cannot be reached.
 */
export async function writeBackup(options: WriteBackupOptions): Promise<TableCount[]> {
  const { databaseUrl, file, rollcallVersion, onTable } = options;
  if (existsSync(file)) throw new BackupError(`${file} is there already; name a file that is not.`);
  await using connection = await connectForMaintenance(databaseUrl);
  const { client } = connection;
  if (await rowsAreHidden(client)) throw new BackupError(ROWS_ARE_HIDDEN);
  const tables = await existingTables(client);
  if (tables.length === 0) throw new BackupError("The database holds no Rollcall.");
  // The locks come before the first SELECT and so before the snapshot: no migration can come between.
  await client.query(
    `begin isolation level repeatable read read only; ${MAINTENANCE_SETTINGS}; lock table ${tableList(tables)} in access share mode`,
  );
  const header: BackupHeader = {
    format: FORMAT,
    version: FORMAT_VERSION,
    rollcallVersion,
    createdAt: new Date().toISOString(),
    migrations: await knownMigrations(client),
    tables: await existingTables(client),
  };
  const counts: TableCount[] = [];
  const count = (table: TableCount) => {
    counts.push(table);
    onTable?.(table);
  };
  await writeWhole(file, () => content(client, header, count));
  await client.query("commit");
  return counts;
}

const ROWS_ARE_HIDDEN =
  "Row-level security hides rows from this database user; name a superuser or a role with BYPASSRLS in DATABASE_URL.";

/** A newer version may have tables that this one does not know. */
async function knownMigrations(client: Client): Promise<string[]> {
  const names = await readMigrations(client);
  const unknown = names.filter((name) => !(name in migrations));
  if (unknown.length === 0) return names;
  throw new BackupError(
    `The database's schema is newer than this version of Rollcall (it has ${unknown.join(", ")}); back it up with the newer version.`,
  );
}

/** Each piece is made when the one before has been taken. */
async function* content(
  client: Client,
  header: BackupHeader,
  onTable: (table: TableCount) => void,
): AsyncGenerator<string | Buffer, void, undefined> {
  yield line(header);
  for (const table of header.tables) {
    yield line(table);
    const { rows, sha256 } = yield* rowsOf(client, table);
    yield END_OF_ROWS;
    yield line({ rows, sha256 } satisfies TableSummary);
    onTable({ name: table.name, rows });
  }
}

async function* rowsOf(client: Client, table: BackupTable): AsyncGenerator<Buffer, TableSummary, undefined> {
  const copy = client.query(copyTo(`copy ${tableColumns(table)} to stdout`));
  const hash = createHash("sha256");
  const chunks: AsyncIterable<Buffer> = copy;
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  return { rows: copy.rowCount, sha256: hash.digest("hex") };
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

async function writeWhole(file: string, content: () => AsyncIterable<string | Buffer>): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await pipeline(content, createGzip(), createWriteStream(draft, { mode: 0o600, flags: "wx", flush: true }));
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    if (!(error instanceof Error && "syscall" in error && "path" in error)) throw error;
    throw new BackupError(`${file} cannot be written: ${error.message}.`, { cause: error });
  }
}
