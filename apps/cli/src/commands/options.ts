import { type Command, InvalidArgumentError, Option } from "commander";

/** Options as commander parses them; a command's own extend these. */
export interface ResultOptions {
  readonly json?: true;
}

export interface TenantOptions extends ResultOptions {
  readonly tenant: string;
}

export interface PageOptions extends TenantOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

/** A command that prints a result, as text or with --json as one JSON value. */
export function resultCommand(parent: Command, nameAndArguments: string, description: string): Command {
  return parent
    .command(nameAndArguments)
    .description(description)
    .option("--json", "print one JSON value and nothing else");
}

/** A command about one tenant. */
export function tenantCommand(parent: Command, nameAndArguments: string, description: string): Command {
  return resultCommand(parent, nameAndArguments, description).addOption(
    new Option("--tenant <id>", "the tenant's id").makeOptionMandatory(),
  );
}

/** A command that prints one page of a list. */
export function pageOptions(command: Command): Command {
  return command
    .option("--limit <n>", "the most items to print", wholeNumber)
    .option("--cursor <cursor>", "where the page begins: nextCursor of the page before");
}

/** For options that count. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
