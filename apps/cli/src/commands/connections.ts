import { connectionStates, type ConnectionState, identityProviders, type IdentityProvider } from "@rollcall/domain";
import { type Command, Option } from "commander";
import { printResult } from "../output/print-result.ts";
import { table } from "../output/table.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { tenantCommand, type TenantOptions } from "./options.ts";

interface CreateOptions extends TenantOptions {
  readonly name: string;
  readonly identityProvider: IdentityProvider;
}

interface UpdateOptions extends TenantOptions {
  readonly name?: string;
  readonly identityProvider?: IdentityProvider;
  readonly state?: ConnectionState;
}

export function addConnections(program: Command, context: CommandContext): void {
  const connections = program.command("connections").description("a tenant's identity providers");

  tenantCommand(connections, "list", "list a tenant's connections").action(async (options: TenantOptions) => {
    const { client } = connect(context);
    const list = await client.connections.list.query({ tenantId: options.tenant });
    printResult(list, options, ({ items }) => connectionTable(items));
  });

  tenantCommand(connections, "create", "add another identity provider to a tenant")
    .requiredOption("--name <name>", "what people call it")
    .addOption(kindOption().default("okta"))
    .action(async ({ tenant: tenantId, name, identityProvider, ...options }: CreateOptions) => {
      const { client } = connect(context);
      const connection = await client.connections.create.mutate({ tenantId, name, identityProvider });
      printResult(connection, options, () => connectionTable([connection]));
    });

  tenantCommand(connections, "update <connection>", "rename, pause or resume a connection, or change its kind")
    .option("--name <name>", "what people call it")
    .addOption(kindOption())
    .addOption(
      new Option("--state <state>", "paused: the identity provider may read but not write").choices(connectionStates),
    )
    .action(async (connectionId: string, { tenant: tenantId, json, ...change }: UpdateOptions) => {
      const { client } = connect(context);
      const connection = await client.connections.update.mutate({ tenantId, connectionId, ...change });
      printResult(connection, { json }, () => connectionTable([connection]));
    });
}

function kindOption(): Option {
  return new Option("--identity-provider <kind>", "who pushes").choices(identityProviders);
}

interface ConnectionRow {
  readonly id: string;
  readonly name: string;
  readonly identityProvider: IdentityProvider;
  readonly state: ConnectionState;
}

function connectionTable(items: readonly ConnectionRow[]): string {
  const rows = items.map(({ id, name, identityProvider, state }) => [id, name, identityProvider, state]);
  return table(["ID", "NAME", "KIND", "STATE"], rows);
}
