import type { RollcallOutputs } from "@rollcall/client";
import { type ApiScope, apiScopes } from "@rollcall/domain";
import { type Command, Option } from "commander";
import { nextPage } from "../output/next-page.ts";
import { printResult } from "../output/print-result.ts";
import { fields, table } from "../output/table.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { instant, type PageOptions, pageOptions, resultCommand, type ResultOptions, wholeNumber } from "./options.ts";
import { secretState } from "./secret-state.ts";

interface CreateOptions extends ResultOptions {
  readonly name: string;
  readonly scope: ApiScope[];
  readonly tenant?: string;
  readonly expires?: string;
}

interface ListOptions extends PageOptions {
  readonly tenant?: string;
}

interface RotateOptions extends ResultOptions {
  readonly overlapSeconds?: number;
}

export function addApiKeys(program: Command, context: CommandContext): void {
  const keys = program.command("api-keys").description("credentials of services that call the internal API");

  resultCommand(keys, "create", "issue a key; its secret is shown this once")
    .requiredOption("--name <name>", "the service it is for")
    .addOption(
      new Option("--scope <scope...>", "its rights; write includes read").choices(apiScopes).makeOptionMandatory(),
    )
    .option("--tenant <id>", "the one tenant it reaches; default: all")
    .option("--expires <date>", "at most, and by default, a year ahead", instant)
    .action(async (options: CreateOptions) => {
      const { client } = connect(context);
      const { name, scope: scopes, tenant: tenantId, expires: expiresAt } = options;
      printResult(await client.apiKeys.create.mutate({ name, scopes, tenantId, expiresAt }), options, handOver);
    });

  resultCommand(keys, "rotate <key>", "issue a successor; the old key runs out after the overlap")
    .option("--overlap-seconds <n>", "how long the old key goes on working; default: a day", wholeNumber)
    .action(async (apiKeyId: string, options: RotateOptions) => {
      const { client } = connect(context);
      const { overlapSeconds } = options;
      printResult(await client.apiKeys.rotate.mutate({ apiKeyId, overlapSeconds }), options, handOver);
    });

  pageOptions(resultCommand(keys, "list", "list API keys, newest first, without their secrets"))
    .option("--tenant <id>", "only those of one tenant")
    .action(async (options: ListOptions) => {
      const { client } = connect(context);
      const { tenant: tenantId, limit, cursor } = options;
      const page = await client.apiKeys.list.query({ tenantId, limit, cursor });
      printResult(page, options, ({ items }) => table(HEADINGS, items.map(cells)) + nextPage(page));
    });

  resultCommand(keys, "revoke <key>", "end a key within a second").action(
    async (apiKeyId: string, options: ResultOptions) => {
      const { client } = connect(context);
      const key = await client.apiKeys.revoke.mutate({ apiKeyId });
      printResult(key, options, ({ id }) => `API key ${id} is revoked.`);
    },
  );
}

function handOver({ id, apiKey, scopes, tenantId, expiresAt }: RollcallOutputs["apiKeys"]["create"]): string {
  return [
    fields({
      "API key": apiKey,
      "Key id": id,
      Scopes: scopes.join(" "),
      Reaches: tenantId ?? "all tenants",
      Expires: expiresAt ?? "never",
    }),
    "",
    "The API key is shown this once: copy it now.",
  ].join("\n");
}

const HEADINGS = ["ID", "NAME", "ENDS WITH", "TENANT", "EXPIRES", "LAST USED", "STATE", "SCOPES"];

type ApiKey = RollcallOutputs["apiKeys"]["list"]["items"][number];

function cells(key: ApiKey): string[] {
  return [
    key.id,
    key.name,
    key.hint,
    key.tenantId ?? "all",
    key.expiresAt ?? "never",
    key.lastUsedAt ?? "never",
    secretState(key, new Date()),
    key.scopes.join(" "),
  ];
}
