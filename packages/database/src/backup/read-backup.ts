import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { BackupError } from "./backup-error.ts";
import {
  type BackupHeader,
  type BackupTable,
  FORMAT_VERSION,
  formatSchema,
  headerSchema,
  summarySchema,
  type TableCount,
  tableSchema,
} from "./backup-format.ts";
import { createLineReader, type LineReader } from "./line-reader.ts";

export interface BackupContents {
  readonly header: BackupHeader;
  readonly counts: readonly TableCount[];
}

/** Takes in all rows of one table, which come in pieces of whole lines. @returns how many there were. */
export type TakeRows = (table: BackupTable, rows: AsyncIterable<Buffer>) => Promise<number>;

/**
 * Reads a backup to its end.
 * @throws BackupError when it cannot be read, is none, or does not hold what was written. Errors of `takeRows` as they are.
 */
export async function readBackup(file: string, takeRows: TakeRows): Promise<BackupContents> {
  let outside: { readonly error: unknown } | undefined;
  const take: TakeRows = async (table, rows) => {
    const damage: { error?: unknown } = {};
    return await takeRows(table, noting(rows, damage)).catch((error: unknown) => {
      // The damage is what matters, not how whoever took the rows came to know of it.
      if ("error" in damage) throw damage.error;
      outside = { error };
      throw error;
    });
  };
  try {
    return await pipeline(createReadStream(file), createGunzip(), (source: AsyncIterable<Buffer>) =>
      readContents(createLineReader(source), file, take),
    );
  } catch (error) {
    if (outside !== undefined) throw outside.error;
    throw error instanceof BackupError ? error : unreadable(file, error);
  }
}

/** The same rows; an error of theirs is put into `damage` as well. */
async function* noting(rows: AsyncIterable<Buffer>, damage: { error?: unknown }): AsyncGenerator<Buffer> {
  try {
    yield* rows;
  } catch (error) {
    damage.error = error;
    throw error;
  }
}

async function readContents(reader: LineReader, file: string, takeRows: TakeRows): Promise<BackupContents> {
  const header = readHeader(await reader.line(), file);
  const counts: TableCount[] = [];
  for (const expected of header.tables) {
    const table = tableSchema.parse(JSON.parse(await reader.line()));
    if (table.name !== expected.name) throw new Error(`table ${expected.name} is missing`);
    counts.push({ name: table.name, rows: await readTable(reader, expected, takeRows) });
  }
  // Reading to the very end is also what makes gzip compare its checksum.
  if (!(await reader.isAtEnd())) throw new Error("something follows its last table");
  return { header, counts };
}

function readHeader(text: string, file: string): BackupHeader {
  const json: unknown = parseJson(text);
  const format = formatSchema.safeParse(json);
  if (!format.success) throw new BackupError(`${file} is not a backup that Rollcall made.`);
  const { version } = format.data;
  if (version !== FORMAT_VERSION) {
    throw new BackupError(
      `${file} has version ${version} of the format, but this Rollcall reads version ${FORMAT_VERSION}; use the version that made it.`,
    );
  }
  return headerSchema.parse(json);
}

async function readTable(reader: LineReader, table: BackupTable, takeRows: TakeRows): Promise<number> {
  const hash = createHash("sha256");
  const rows = await takeRows(
    table,
    hashed(reader.rows(), (chunk) => hash.update(chunk)),
  );
  const summary = summarySchema.parse(JSON.parse(await reader.line()));
  if (hash.digest("hex") !== summary.sha256)
    throw new Error(`the rows of ${table.name} are not those that were written`);
  if (rows !== summary.rows) throw new Error(`${table.name} has ${rows} rows instead of ${summary.rows}`);
  return rows;
}

async function* hashed(rows: AsyncIterable<Buffer>, update: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of rows) {
    update(chunk);
    yield chunk;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(file: string, error: unknown): BackupError {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && "syscall" in error) {
    return new BackupError(`${file} cannot be read: ${reason}.`, { cause: error });
  }
  if (error instanceof Error && "code" in error && reason === "incorrect header check") {
    return new BackupError(`${file} is not a backup that Rollcall made.`, { cause: error });
  }
  return new BackupError(`${file} is damaged or incomplete, so nothing was restored: ${reason}.`, { cause: error });
}
