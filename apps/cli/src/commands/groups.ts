import type { Command } from "commander";
import { nextPage } from "../output/next-page.ts";
import { printResult } from "../output/print-result.ts";
import { fields, table } from "../output/table.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { deletionTable } from "./deletion-table.ts";
import { pageOptions, tenantCommand, type TenantOptions, type TenantPageOptions } from "./options.ts";

interface ListOptions extends TenantPageOptions {
  readonly search?: string;
}

export function addGroups(program: Command, context: CommandContext): void {
  const groups = program.command("groups").description("groups of a tenant");
  addDeleted(groups, context);

  pageOptions(tenantCommand(groups, "list", "list a tenant's groups, oldest first"))
    .option("--search <text>", "only those with this text in their name")
    .action(async (options: ListOptions) => {
      const { client } = connect(context);
      const { tenant: tenantId, search, limit, cursor } = options;
      const page = await client.groups.list.query({ tenantId, search, limit, cursor });
      printResult(page, options, ({ items }) => {
        const rows = items.map(({ id, displayName, updatedAt }) => [id, displayName, updatedAt]);
        return table(["ID", "NAME", "UPDATED"], rows) + nextPage(page);
      });
    });

  tenantCommand(groups, "get <group>", "show one group").action(async (groupId: string, options: TenantOptions) => {
    const { client } = connect(context);
    printResult(await client.groups.get.query({ tenantId: options.tenant, groupId }), options, (group) =>
      fields({
        Id: group.id,
        displayName: group.displayName,
        externalId: group.externalId ?? "",
        Version: String(group.version),
        Created: group.createdAt,
        Updated: group.updatedAt,
      }),
    );
  });

  pageOptions(tenantCommand(groups, "members <group>", "list a group's direct members")).action(
    async (groupId: string, options: TenantPageOptions) => {
      const { client } = connect(context);
      const { tenant: tenantId, limit, cursor } = options;
      const page = await client.groups.members.query({ tenantId, groupId, limit, cursor });
      printResult(page, options, ({ items }) => {
        const rows = items.map(({ id, type, display }) => [id, type, display]);
        return table(["ID", "TYPE", "NAME"], rows) + nextPage(page);
      });
    },
  );
}

function addDeleted(groups: Command, context: CommandContext): void {
  pageOptions(tenantCommand(groups, "deleted", "list deleted groups that can still be restored")).action(
    async (options: TenantPageOptions) => {
      const { client } = connect(context);
      const { tenant: tenantId, limit, cursor } = options;
      printResult(await client.groups.listDeleted.query({ tenantId, limit, cursor }), options, deletionTable);
    },
  );

  tenantCommand(
    groups,
    "restore <group>",
    "undo a deletion: the group is as it was, with its members that still exist",
  ).action(async (groupId: string, options: TenantOptions) => {
    const { client } = connect(context);
    const group = await client.groups.restore.mutate({ tenantId: options.tenant, groupId });
    printResult(group, options, ({ id }) => `Group ${id} is restored.`);
  });
}
