import { setTimeout as sleep } from "node:timers/promises";
import { readEvents, type RollcallClient, type RollcallEvent } from "@rollcall/client";
import type { Command } from "commander";
import { printResult } from "../output/print-result.ts";
import { table } from "../output/table.ts";
import { watchStopSignals } from "../process/watch-stop-signals.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { tenantCommand, type TenantOptions, wholeNumber } from "./options.ts";

interface ListOptions extends TenantOptions {
  readonly after: number;
  readonly limit?: number;
  readonly follow?: true;
}

const FOLLOW_INTERVAL_MS = 1_000;

export function addEvents(program: Command, context: CommandContext): void {
  const events = program.command("events").description("what happened in a tenant, in order");

  tenantCommand(events, "list", "read the event feed")
    .option("--after <sequence>", "the last event already seen", wholeNumber, 0)
    .option("--limit <n>", "the most events to print, or with --follow to read at once", wholeNumber)
    .option("--follow", "wait for more until Ctrl-C; --json then prints each event as a JSON value on its own line")
    .action(async (options: ListOptions) => {
      const { client } = connect(context);
      if (options.follow) return await follow(client, options);
      const { tenant: tenantId, after, limit } = options;
      printResult(await client.events.list.query({ tenantId, after, limit }), options, ({ items }) =>
        table(HEADINGS, items.map(cells)),
      );
    });
}

async function follow(client: RollcallClient, options: ListOptions): Promise<void> {
  const stop = watchStopSignals();
  let { after } = options;
  while (!stop.aborted) {
    for await (const event of readEvents(client, { tenantId: options.tenant, after, limit: options.limit })) {
      printResult(event, options, line);
      after = event.sequence;
    }
    await sleep(FOLLOW_INTERVAL_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

const HEADINGS = ["#", "RECORDED", "TYPE", "RESOURCE", "BY"];

function cells({ sequence, recordedAt, type, resourceId, actor }: RollcallEvent): string[] {
  return [String(sequence), recordedAt, type, resourceId, actor.kind];
}

function line(event: RollcallEvent): string {
  return cells(event).join("  ");
}
