import { identityProviders, type IdentityProvider } from "@rollcall/domain";
import { type Command, Option } from "commander";
import { nextPage } from "../output/next-page.ts";
import { printResult } from "../output/print-result.ts";
import { fields, table } from "../output/table.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { type PageOptions, pageOptions, resultCommand, type ResultOptions } from "./options.ts";

interface CreateOptions extends ResultOptions {
  readonly identityProvider: IdentityProvider;
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
      const rows = items.map(({ id, name, createdAt }) => [id, name, createdAt]);
      return table(["ID", "NAME", "CREATED"], rows) + nextPage(page);
    });
  });
}
