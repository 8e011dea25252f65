import { Command } from "commander";
import type { CommandContext } from "./commands/command-context.ts";
import { addApiKeys } from "./commands/api-keys.ts";
import { addAudit } from "./commands/audit.ts";
import { addBackup } from "./commands/backup.ts";
import { addConnections } from "./commands/connections.ts";
import { addEvents } from "./commands/events.ts";
import { addGroups } from "./commands/groups.ts";
import { addMigrate } from "./commands/migrate.ts";
import { addRestore } from "./commands/restore.ts";
import { addSimulate } from "./commands/simulate.ts";
import { addStart } from "./commands/start.ts";
import { addStatus } from "./commands/status.ts";
import { addTenants } from "./commands/tenants.ts";
import { addTokens } from "./commands/tokens.ts";
import { addUsers } from "./commands/users.ts";
import { version } from "./version.ts";

/** The `rollcall` command. It throws what goes wrong and writes none of it, except help that was asked for. */
export function createProgram(context: CommandContext): Command {
  const program = new Command("rollcall")
    .description("Provisioning for SaaS platforms: runs Rollcall, and administers one that runs.")
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  for (const add of families) add(program, context);
  return program;
}

const families = [
  addStart,
  addStatus,
  addTenants,
  addConnections,
  addTokens,
  addUsers,
  addGroups,
  addEvents,
  addAudit,
  addApiKeys,
  addSimulate,
  addMigrate,
  addBackup,
  addRestore,
] as const;
