import type { RollcallOutputs } from "@rollcall/client";
import type { Command } from "commander";
import { nextPage } from "../output/next-page.ts";
import { printResult } from "../output/print-result.ts";
import { table } from "../output/table.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { type PageOptions, pageOptions, resultCommand } from "./options.ts";

interface ListOptions extends PageOptions {
  readonly tenant?: string;
}

export function addAudit(program: Command, context: CommandContext): void {
  const audit = program.command("audit").description("who did or was refused what through the internal API");

  pageOptions(resultCommand(audit, "list", "read an audit log, newest first"))
    .option("--tenant <id>", "that of a tenant; default: what concerns the deployment, such as API keys")
    .action(async (options: ListOptions) => {
      const { client } = connect(context);
      const { tenant: tenantId, limit, cursor } = options;
      const page = await (tenantId === undefined
        ? client.audit.platform.query({ limit, cursor })
        : client.audit.list.query({ tenantId, limit, cursor }));
      printResult(page, options, ({ items }) => table(HEADINGS, items.map(cells)) + nextPage(page));
    });
}

const HEADINGS = ["RECORDED", "ACTION", "RESOURCE", "BY", "FROM"];

type AuditEntry = RollcallOutputs["audit"]["list"]["items"][number];

function cells({ recordedAt, action, resourceId, actor, ipAddress }: AuditEntry): string[] {
  return [recordedAt, action, resourceId ?? "", nameOf(actor), ipAddress ?? ""];
}

function nameOf(actor: AuditEntry["actor"]): string {
  if (actor === null) return "nobody known";
  return actor.kind === "system" ? actor.kind : `${actor.kind} ${actor.id}`;
}
