import type { Command } from "commander";
import { printResult } from "../output/print-result.ts";
import { fields, table } from "../output/table.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { tenantCommand, type TenantOptions, wholeNumber } from "./options.ts";
import { secretState } from "./secret-state.ts";

interface ListOptions extends TenantOptions {
  readonly connection?: string;
}

interface CreateOptions extends ListOptions {
  readonly name?: string;
  readonly expiresAt?: string;
}

interface RotateOptions extends TenantOptions {
  readonly overlapSeconds?: number;
}

export function addTokens(program: Command, context: CommandContext): void {
  const tokens = program.command("tokens").description("secrets that identity providers show");

  tenantCommand(tokens, "create", "issue a token; its secret is shown this once")
    .option("--connection <id>", "default: the tenant's oldest")
    .option("--name <name>", "to tell it from others")
    .option("--expires-at <time>", "ISO 8601, as in 2027-01-31T00:00:00Z; at most, and by default, a year ahead")
    .action(async (options: CreateOptions) => {
      const { client } = connect(context);
      const { tenant: tenantId, connection: connectionId, name, expiresAt } = options;
      printResult(await client.tokens.create.mutate({ tenantId, connectionId, name, expiresAt }), options, handOver);
    });

  tenantCommand(tokens, "rotate <token>", "issue a successor; the old token runs out after the overlap")
    .option("--overlap-seconds <n>", "how long the old token goes on working; default: a day", wholeNumber)
    .action(async (tokenId: string, options: RotateOptions) => {
      const { client } = connect(context);
      const { tenant: tenantId, overlapSeconds } = options;
      printResult(await client.tokens.rotate.mutate({ tenantId, tokenId, overlapSeconds }), options, handOver);
    });

  tenantCommand(tokens, "list", "list a tenant's tokens, newest first, without their secrets")
    .option("--connection <id>", "only those of one connection")
    .action(async (options: ListOptions) => {
      const { client } = connect(context);
      const { tenant: tenantId, connection: connectionId } = options;
      printResult(await client.tokens.list.query({ tenantId, connectionId }), options, ({ items }) =>
        table(
          ["ID", "NAME", "ENDS WITH", "EXPIRES", "LAST USED", "STATE"],
          items.map((token) => [
            token.id,
            token.name,
            token.hint,
            token.expiresAt,
            token.lastUsedAt ?? "never",
            secretState(token, new Date()),
          ]),
        ),
      );
    });

  tenantCommand(tokens, "revoke <token>", "end a token within a second").action(
    async (tokenId: string, options: TenantOptions) => {
      const { client } = connect(context);
      const token = await client.tokens.revoke.mutate({ tenantId: options.tenant, tokenId });
      printResult(token, options, ({ id }) => `Token ${id} is revoked.`);
    },
  );
}

interface IssuedToken {
  readonly id: string;
  readonly token: string;
  readonly tenantUrl: string;
  readonly expiresAt: string;
}

/** In the words of Okta's screen, where the two go. */
function handOver({ id, token, tenantUrl, expiresAt }: IssuedToken): string {
  return [
    fields({ "Tenant URL": tenantUrl, "Secret Token": token, "Token id": id, Expires: expiresAt }),
    "",
    "The Secret Token is shown this once: copy it now.",
    "In Okta, enter both under Provisioning > Integration and press Test API Credentials.",
  ].join("\n");
}
