import type { RollcallOutputs } from "@rollcall/client";
import { identityProviders, type IdentityProvider } from "@rollcall/domain";
import { type Command, Option } from "commander";
import { CliError } from "../output/cli-error.ts";
import { nextPage } from "../output/next-page.ts";
import { printResult } from "../output/print-result.ts";
import { fields, table } from "../output/table.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { type PageOptions, pageOptions, resultCommand, type ResultOptions } from "./options.ts";

interface CreateOptions extends ResultOptions {
  readonly identityProvider: IdentityProvider;
}

interface DeleteOptions extends ResultOptions {
  readonly confirm: string;
}

export function addTenants(program: Command, context: CommandContext): void {
  const tenants = program.command("tenants").description("customers of the platform");

  resultCommand(tenants, "create <name>", "add a tenant, with its first connection")
    .addOption(
      new Option("--identity-provider <kind>", "what the first connection is for")
        .choices(identityProviders)
        .default("okta"),
    )
    .action(async (name: string, options: CreateOptions) => {
      const { client } = connect(context);
      const tenant = await client.tenants.create.mutate({ name, identityProvider: options.identityProvider });
      printResult(tenant, options, ({ id, name }) =>
        [fields({ Tenant: name, Id: id }), "", `Next: npx rollcall tokens create --tenant ${id}`].join("\n"),
      );
    });

  pageOptions(resultCommand(tenants, "list", "list tenants, oldest first")).action(async (options: PageOptions) => {
    const { client } = connect(context);
    const page = await client.tenants.list.query({ limit: options.limit, cursor: options.cursor });
    printResult(page, options, ({ items }) => {
      const rows = items.map(({ id, name, createdAt, state }) => [id, name, createdAt, state]);
      return table(["ID", "NAME", "CREATED", "STATE"], rows) + nextPage(page);
    });
  });

  resultCommand(tenants, "get <tenant>", "show one tenant").action(async (tenantId: string, options: ResultOptions) => {
    const { client } = connect(context);
    printResult(await client.tenants.get.query({ tenantId }), options, render);
  });

  resultCommand(tenants, "rename <tenant> <name>", "change what people call a tenant").action(
    async (tenantId: string, name: string, options: ResultOptions) => {
      const { client } = connect(context);
      printResult(await client.tenants.update.mutate({ tenantId, name }), options, render);
    },
  );

  for (const { change, description } of stateChanges) {
    resultCommand(tenants, `${change} <tenant>`, description).action(
      async (tenantId: string, options: ResultOptions) => {
        const { client } = connect(context);
        printResult(await client.tenants[change].mutate({ tenantId }), options, render);
      },
    );
  }

  resultCommand(tenants, "delete <tenant>", "shut everybody of a tenant out; after 30 days it is erased for good")
    .requiredOption("--confirm <id>", "the tenant's id once more")
    .action(async (tenantId: string, options: DeleteOptions) => {
      if (options.confirm !== tenantId) {
        throw new CliError("usage", "Deleting a tenant shuts everybody of it out: repeat its id after --confirm.");
      }
      const { client } = connect(context);
      printResult(await client.tenants.delete.mutate({ tenantId }), options, render);
    });
}

const stateChanges = [
  { change: "pause", description: "let a tenant's identity providers read but not write" },
  { change: "resume", description: "undo a pause" },
  { change: "restore", description: "undo a deletion, with everything that was in the tenant" },
] as const;

type Tenant = RollcallOutputs["tenants"]["get"];

function render({ id, name, state, createdAt, deletedAt, purgeAt }: Tenant): string {
  return fields({
    Tenant: name,
    Id: id,
    State: state,
    Created: createdAt,
    ...(deletedAt !== null && { Deleted: deletedAt }),
    ...(purgeAt !== null && { "Erased for good": purgeAt }),
  });
}
