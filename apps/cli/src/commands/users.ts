import type { RollcallOutputs } from "@rollcall/client";
import type { Command } from "commander";
import { CliError } from "../output/cli-error.ts";
import { nextPage } from "../output/next-page.ts";
import { printResult } from "../output/print-result.ts";
import { fields, table } from "../output/table.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { deletionTable } from "./deletion-table.ts";
import { pageOptions, tenantCommand, type TenantOptions, type TenantPageOptions } from "./options.ts";

interface ListOptions extends TenantPageOptions {
  readonly search?: string;
}

interface FindOptions extends TenantOptions, Partial<Readonly<Record<FindKey, string[]>>> {}

const findKeys = ["email", "userName", "externalId"] as const;
type FindKey = (typeof findKeys)[number];

type User = RollcallOutputs["users"]["get"];

export function addUsers(program: Command, context: CommandContext): void {
  const users = program.command("users").description("people of a tenant");
  addLists(users, context);
  addFind(users, context);
  addDeleted(users, context);

  tenantCommand(users, "get <user>", "show one user").action(async (userId: string, options: TenantOptions) => {
    const { client } = connect(context);
    printResult(await client.users.get.query({ tenantId: options.tenant, userId }), options, (user) =>
      fields({
        Id: user.id,
        userName: user.userName,
        displayName: user.profile.displayName ?? "",
        externalId: user.externalId ?? "",
        Active: user.active ? "yes" : "no",
        Groups: groupNames(user),
        Version: String(user.version),
        Created: user.createdAt,
        Updated: user.updatedAt,
      }),
    );
  });
}

function addLists(users: Command, context: CommandContext): void {
  pageOptions(tenantCommand(users, "list", "list a tenant's users, oldest first"))
    .option("--search <text>", "only those with this text in one of their names")
    .action(async (options: ListOptions) => {
      const { client } = connect(context);
      const { tenant: tenantId, search, limit, cursor } = options;
      const page = await client.users.list.query({ tenantId, search, limit, cursor });
      printResult(page, options, ({ items }) => userTable(items) + nextPage(page));
    });

  tenantCommand(users, "groups <user>", "list the groups that a user is in, itself or through another group").action(
    async (userId: string, options: TenantOptions) => {
      const { client } = connect(context);
      const list = await client.users.groups.query({ tenantId: options.tenant, userId });
      printResult(list, options, ({ items }) => {
        const rows = items.map(({ id, displayName, type }) => [id, displayName, type]);
        return table(["ID", "NAME", "MEMBERSHIP"], rows);
      });
    },
  );
}

function addFind(users: Command, context: CommandContext): void {
  tenantCommand(users, "find", "look users up by one of these; texts must match whole")
    .option("--email <address...>", "one of the e-mail addresses, in any case")
    .option("--user-name <name...>", "the userName, in any case")
    .option("--external-id <id...>", "the identity provider's own id")
    .action(async (options: FindOptions) => {
      const [lookUp, second] = findKeys.map((by) => ({ by, values: options[by] ?? [] })).filter(isGiven);
      if (lookUp === undefined || second !== undefined) {
        throw new CliError("usage", "Say by what to find users: one of --email, --user-name and --external-id.");
      }
      const { client } = connect(context);
      const found = await client.users.lookUp.query({ tenantId: options.tenant, ...lookUp });
      printResult(found, options, ({ items, missing }) =>
        [userTable(items), ...missing.map((value) => `Nobody has ${value}.`)].join("\n"),
      );
    });
}

function addDeleted(users: Command, context: CommandContext): void {
  pageOptions(tenantCommand(users, "deleted", "list deleted users that can still be restored")).action(
    async (options: TenantPageOptions) => {
      const { client } = connect(context);
      const { tenant: tenantId, limit, cursor } = options;
      printResult(await client.users.listDeleted.query({ tenantId, limit, cursor }), options, deletionTable);
    },
  );

  tenantCommand(
    users,
    "restore <user>",
    "undo a deletion: the user is as it was, in its groups that still exist",
  ).action(async (userId: string, options: TenantOptions) => {
    const { client } = connect(context);
    const user = await client.users.restore.mutate({ tenantId: options.tenant, userId });
    printResult(user, options, ({ id }) => `User ${id} is restored.`);
  });
}

function isGiven({ values }: { readonly values: readonly string[] }): boolean {
  return values.length > 0;
}

function userTable(items: readonly User[]): string {
  const rows = items.map((user) => [user.id, user.userName, user.active ? "yes" : "no", groupNames(user)]);
  return table(["ID", "USERNAME", "ACTIVE", "GROUPS"], rows);
}

function groupNames({ groups }: User): string {
  return groups.map(({ displayName }) => displayName).join(", ");
}
