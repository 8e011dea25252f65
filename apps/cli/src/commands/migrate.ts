import { migrate } from "@rollcall/database";
import type { Command } from "commander";
import { printResult } from "../output/print-result.ts";
import { say } from "../output/say.ts";
import type { CommandContext } from "./command-context.ts";
import { resultCommand, type ResultOptions } from "./options.ts";
import { openExistingDatabase } from "./stored-database.ts";

interface Migrated {
  /** Names of the migrations that the database lacked. */
  readonly applied: readonly string[];
}

export function addMigrate(program: Command, { env }: CommandContext): void {
  resultCommand(program, "migrate", "bring the database's schema up to date, while Rollcall runs or not").action(
    async (options: ResultOptions) => {
      await using database = await openExistingDatabase(env);
      const applied: string[] = [];
      const onWaiting = (reason: string) => say(`waiting: ${reason}`);
      await migrate({ databaseUrl: database.databaseUrl, onWaiting, onApplied: (name) => void applied.push(name) });
      printResult({ applied }, options, render);
    },
  );
}

function render({ applied }: Migrated): string {
  return applied.length === 0 ? "The schema is up to date." : `Migrated the database: ${applied.join(", ")}`;
}
