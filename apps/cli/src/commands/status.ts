import type { RollcallClient } from "@rollcall/client";
import type { Command } from "commander";
import { printResult } from "../output/print-result.ts";
import { fields, table } from "../output/table.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { resultCommand, type ResultOptions } from "./options.ts";

type Health = "ready" | "not ready" | "unreachable";

interface Part {
  readonly url: string;
  readonly health: Health;
}

interface Status {
  /** Null when it runs elsewhere. */
  readonly pid: number | null;
  readonly scim: Part | null;
  readonly api: Part;
  /** The oldest ones; empty when the API is not ready. */
  readonly tenants: readonly TenantTotals[];
}

interface TenantTotals {
  readonly id: string;
  readonly name: string;
  readonly users: number;
  readonly groups: number;
}

const MAX_TENANTS = 20;
const HEALTH_TIMEOUT_MS = 5_000;

export function addStatus(program: Command, context: CommandContext): void {
  resultCommand(program, "status", "show what runs where, and whether it is well").action(
    async (options: ResultOptions) => {
      const { server, client } = connect(context);
      const scimUrl = server.local?.scimUrl;
      const [scim, api] = await Promise.all([
        scimUrl === undefined ? undefined : partAt(scimUrl),
        partAt(server.apiUrl),
      ]);
      const tenants = api.health === "ready" ? await readTotals(client) : [];
      const status: Status = { pid: server.local?.pid ?? null, scim: scim ?? null, api, tenants };
      printResult(status, options, render);
      if ([scim, api].some((part) => part !== undefined && part.health !== "ready")) process.exitCode = 1;
    },
  );
}

async function partAt(url: string): Promise<Part> {
  const request = fetch(new URL("/readyz", url), { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) });
  const health = await request.then(
    ({ ok }): Health => (ok ? "ready" : "not ready"),
    (): Health => "unreachable",
  );
  return { url, health };
}

async function readTotals(client: RollcallClient): Promise<TenantTotals[]> {
  const { items } = await client.tenants.list.query({ limit: MAX_TENANTS });
  return await Promise.all(
    items.map(async ({ id, name }) => {
      const query = { tenantId: id, limit: 1, withTotal: true };
      const [users, groups] = await Promise.all([client.users.list.query(query), client.groups.list.query(query)]);
      return { id, name, users: users.total ?? 0, groups: groups.total ?? 0 };
    }),
  );
}

function render({ pid, scim, api, tenants }: Status): string {
  const facts = fields({
    ...(pid !== null && { Process: String(pid) }),
    ...(scim !== null && { SCIM: `${scim.url}  ${scim.health}` }),
    API: `${api.url}  ${api.health}`,
  });
  if (tenants.length === 0) return facts;
  const rows = tenants.map(({ id, name, users, groups }) => [id, name, String(users), String(groups)]);
  return `${facts}\n\n${table(["TENANT", "NAME", "USERS", "GROUPS"], rows)}`;
}
