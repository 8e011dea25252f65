import { z } from "zod";

/**
 * A backup is one gzip stream of lines that end in LF. The first is the header. Then each table, in the header's order,
 * has a line that names it, its rows in the text format of COPY, the line that ends them, and a line that sums them up.
 */
export const FORMAT = "rollcall-backup";
export const FORMAT_VERSION = 1;

/** As in files of COPY and psql. A row cannot be this line: COPY doubles its backslashes. */
export const END_OF_ROWS = "\\.\n";

const table = z.object({ name: z.string(), columns: z.array(z.string()).min(1) });

export const formatSchema = z.object({ format: z.literal(FORMAT), version: z.int() });

export const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  /** Of Rollcall, which made the backup. */
  rollcallVersion: z.string(),
  createdAt: z.iso.datetime(),
  /** Names of those that the database had, oldest first. */
  migrations: z.array(z.string()).min(1),
  /** Those that foreign keys point at before those that have them. */
  tables: z.array(table),
});

export const summarySchema = z.object({
  rows: z.int().nonnegative(),
  /** Of the rows' text, without the line that ends them; hexadecimal. */
  sha256: z.string(),
});

export const tableSchema = table;

export type BackupTable = z.output<typeof tableSchema>;
export type BackupHeader = z.output<typeof headerSchema>;
export type TableSummary = z.output<typeof summarySchema>;

export interface TableCount {
  readonly name: string;
  readonly rows: number;
}
