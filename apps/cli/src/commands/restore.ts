import { resolve } from "node:path";
import { restoreBackup, type TableCount } from "@rollcall/database";
import type { Command } from "commander";
import { printResult } from "../output/print-result.ts";
import { say } from "../output/say.ts";
import type { CommandContext } from "./command-context.ts";
import { resultCommand, type ResultOptions } from "./options.ts";
import { openStoppedDatabase, pepperPlace } from "./stored-database.ts";

interface Restored {
  readonly file: string;
  /** Of the Rollcall that made the backup. */
  readonly rollcallVersion: string;
  /** When the backup was begun. */
  readonly createdAt: string;
  readonly tables: readonly TableCount[];
  /** Where the next start looks for the pepper: a file, or the name of a variable. */
  readonly pepperIn: string;
}

export function addRestore(program: Command, { env }: CommandContext): void {
  resultCommand(
    program,
    "restore <file>",
    "read a backup into a database without rows, while Rollcall is stopped",
  ).action(async (path: string, options: ResultOptions) => {
    const file = resolve(path);
    await using database = await openStoppedDatabase(env);
    const { header, counts } = await restoreBackup({
      databaseUrl: database.databaseUrl,
      file,
      onMigration: (name) => say(`migrated the database: ${name}`),
      onTable: ({ name, rows }) => say(`read ${name}: ${rows} rows`),
    });
    const { rollcallVersion, createdAt } = header;
    const restored: Restored = { file, rollcallVersion, createdAt, tables: counts, pepperIn: pepperPlace(env) };
    printResult(restored, options, render);
  });
}

function render({ file, createdAt, tables, pepperIn }: Restored): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    `${rows} rows of ${tables.length} tables are as they were at ${createdAt}, from ${file}`,
    "",
    `Tokens and API keys work with the pepper of that time: have it in ${pepperIn} before the next start.`,
  ].join("\n");
}
