import { type Command, InvalidArgumentError, Option } from "commander";

/** Options as commander parses them; a command's own extend these. */
export interface ResultOptions {
  readonly json?: true;
}

export interface TenantOptions extends ResultOptions {
  readonly tenant: string;
}

export interface PageOptions extends ResultOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface TenantPageOptions extends TenantOptions, PageOptions {}

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

/** For options that name a point in time; a day begins in UTC. */
export function instant(text: string): string {
  const date = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}(T.+)?$/.test(text) || Number.isNaN(date.getTime())) {
    throw new InvalidArgumentError("It must be a date like 2027-01-31, or a time like 2027-01-31T00:00:00Z.");
  }
  return date.toISOString();
}
