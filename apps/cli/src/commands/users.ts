import type { Command } from "commander";
import { nextPage } from "../output/next-page.ts";
import { printResult } from "../output/print-result.ts";
import { fields, table } from "../output/table.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { type PageOptions, pageOptions, tenantCommand, type TenantOptions } from "./options.ts";

interface ListOptions extends PageOptions {
  readonly search?: string;
}

export function addUsers(program: Command, context: CommandContext): void {
  const users = program.command("users").description("people of a tenant");

  pageOptions(tenantCommand(users, "list", "list a tenant's users, oldest first"))
    .option("--search <text>", "only those with this text in one of their names")
    .action(async (options: ListOptions) => {
      const { client } = connect(context);
      const { tenant: tenantId, search, limit, cursor } = options;
      const page = await client.users.list.query({ tenantId, search, limit, cursor });
      printResult(page, options, ({ items }) => {
        const rows = items.map(({ id, userName, active, groups }) => [
          id,
          userName,
          active ? "yes" : "no",
          groups.map(({ displayName }) => displayName).join(", "),
        ]);
        return table(["ID", "USERNAME", "ACTIVE", "GROUPS"], rows) + nextPage(page);
      });
    });

  tenantCommand(users, "get <user>", "show one user").action(async (userId: string, options: TenantOptions) => {
    const { client } = connect(context);
    printResult(await client.users.get.query({ tenantId: options.tenant, userId }), options, (user) =>
      fields({
        Id: user.id,
        userName: user.userName,
        displayName: user.profile.displayName ?? "",
        externalId: user.externalId ?? "",
        Active: user.active ? "yes" : "no",
        Groups: user.groups.map(({ displayName }) => displayName).join(", "),
        Version: String(user.version),
        Created: user.createdAt,
        Updated: user.updatedAt,
      }),
    );
  });

  tenantCommand(users, "groups <user>", "list the groups that a user is a direct member of").action(
    async (userId: string, options: TenantOptions) => {
      const { client } = connect(context);
      const list = await client.users.groups.query({ tenantId: options.tenant, userId });
      printResult(list, options, ({ items }) => {
        const rows = items.map(({ id, displayName }) => [id, displayName]);
        return table(["ID", "NAME"], rows);
      });
    },
  );
}
