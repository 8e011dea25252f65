import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type ChildServer, startChildServer } from "./child-server.ts";
import type { Pinning } from "./pinning.ts";

interface ScimServer extends ChildServer {
  /** As in `http://127.0.0.1:4001/scim`. */
  readonly scimUrl: string;
}

/** `rollcall start` in a process of its own: both services and the worker, as one would run it. */
export interface Rollcall extends ScimServer {
  /** Makes a token of the tenant's connection. @returns its secret */
  createToken(tenantId: string): Promise<string>;
}

export interface RollcallOptions {
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** The same for all that use one database. */
  readonly pepper: string;
  readonly pinning: Pinning;
}

const ROLLCALL = fileURLToPath(new URL("../../../../apps/cli/src/main.ts", import.meta.url));
/** Rates are still counted; the load is one tenant's, and much more than an identity provider's. */
const NO_REAL_LIMIT = "1000000000";

const READY = /^Rollcall is ready: SCIM (\S+)/m;

const instanceSchema = z.object({ apiUrl: z.string(), adminKey: z.string() });
const tokenSchema = z.object({ token: z.string() });

export async function startRollcall({ dataDir, ...options }: RollcallOptions): Promise<Rollcall> {
  mkdirSync(dataDir, { recursive: true });
  const server = await start(options, { args: ["start"], env: { ROLLCALL_DATA_DIR: dataDir, ROLLCALL_API_PORT: "0" } });
  const instance = instanceSchema.parse(JSON.parse(readFileSync(join(dataDir, "instance.json"), "utf8")));
  return {
    ...server,
    async createToken(tenantId) {
      const response = await fetch(`${instance.apiUrl}/api/v1/tenants/${tenantId}/tokens`, {
        method: "POST",
        headers: { authorization: `Bearer ${instance.adminKey}`, "content-type": "application/json" },
        body: "{}",
      });
      return tokenSchema.parse(await response.json()).token;
    },
  };
}

/** Another process on the database of one that runs, which serves SCIM and nothing else. */
export async function startScimOnly(options: Omit<RollcallOptions, "dataDir">): Promise<ScimServer> {
  return await start(options, { args: ["start", "--only", "scim"], env: {} });
}

async function start(
  { databaseUrl, pepper, pinning }: Omit<RollcallOptions, "dataDir">,
  { args, env }: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> },
): Promise<ScimServer> {
  const server = await startChildServer({
    name: `rollcall ${args.join(" ")}`,
    pinning,
    core: "servers",
    command: [process.execPath, ROLLCALL, ...args],
    env: {
      ...env,
      DATABASE_URL: databaseUrl,
      NODE_ENV: "production",
      ROLLCALL_ENV: "production",
      ROLLCALL_PEPPER: pepper,
      ROLLCALL_SCIM_PORT: "0",
      ROLLCALL_DRAIN_SECONDS: "0",
      ROLLCALL_SCIM_RATE_LIMIT_TENANT: NO_REAL_LIMIT,
      ROLLCALL_SCIM_RATE_LIMIT_CONNECTION: NO_REAL_LIMIT,
    },
    readyWhen: READY,
  });
  const [, scimUrl = ""] = READY.exec(server.output) ?? [];
  return { ...server, scimUrl };
}
