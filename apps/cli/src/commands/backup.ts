import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type TableCount, writeBackup } from "@rollcall/database";
import type { Command } from "commander";
import { printResult } from "../output/print-result.ts";
import { say } from "../output/say.ts";
import { version } from "../version.ts";
import type { CommandContext } from "./command-context.ts";
import { resultCommand, type ResultOptions } from "./options.ts";
import { openExistingDatabase, pepperPlace } from "./stored-database.ts";

interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly tables: readonly TableCount[];
  /** What has to be kept besides: a file, or the name of a variable. */
  readonly pepperIn: string;
}

export function addBackup(program: Command, { env }: CommandContext): void {
  resultCommand(program, "backup <file>", "write the whole database to a new file, while Rollcall runs or not").action(
    async (path: string, options: ResultOptions) => {
      const file = resolve(path);
      await using database = await openExistingDatabase(env);
      const tables = await writeBackup({
        databaseUrl: database.databaseUrl,
        file,
        rollcallVersion: version,
        onTable: ({ name, rows }) => say(`wrote ${name}: ${rows} rows`),
      });
      const backup: Backup = { file, bytes: statSync(file).size, tables, pepperIn: pepperPlace(env) };
      printResult(backup, options, render);
    },
  );
}

function render({ file, bytes, tables, pepperIn }: Backup): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    `${file}: ${rows} rows of ${tables.length} tables in ${bytes} bytes`,
    "",
    `The file does not hold the pepper, without which no token or API key in it works: keep ${pepperIn} as well, elsewhere.`,
  ].join("\n");
}
