import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "@rollcall/database";
import type { Client } from "pg";
import { eventLoopDelayMs } from "../measure/event-loop-delay.ts";
import type { DirectorySpec } from "../presets/preset.ts";
import type { Directory } from "../scenarios/scenario.ts";
import { type SeededTenant, seedDirectory } from "../seed/seed-directory.ts";
import { connectTo } from "../servers/connect-to.ts";
import { query } from "../servers/postgres.ts";
import { type Rollcall, startRollcall } from "../servers/rollcall.ts";
import type { Endpoint } from "./endpoint.ts";
import { MAX_USERS, MIN_USERS, readDirectory } from "./read-directory.ts";
import type { Surroundings } from "./surroundings.ts";

export const ROLLCALL_DATABASE = "rollcall_bench";
const SETTLE_INTERVAL_MS = 20;
const MAX_SETTLE_MS = 60_000;

/** Rollcall with all directories of the preset, each a tenant or more. */
export async function openRollcall(surroundings: Surroundings): Promise<ReadonlyMap<string, Endpoint>> {
  const { dir, preset, pinning, urlOf, pepper, opened, onProgress } = surroundings;
  await query(urlOf(), `create database ${ROLLCALL_DATABASE}`);
  const databaseUrl = urlOf(ROLLCALL_DATABASE);
  await migrate({ databaseUrl });
  const seeded = new Map<DirectorySpec, readonly SeededTenant[]>();
  for (const directory of preset.directories) {
    onProgress(`seeding Rollcall: ${directory.name}`);
    seeded.set(directory, await seedDirectory({ databaseUrl, tenants: tenantsOf(directory) }));
  }
  onProgress("starting Rollcall");
  const rollcall = opened.use(await startRollcall({ dataDir: join(dir, "rollcall"), databaseUrl, pepper, pinning }));
  const client = opened.adopt(await connectTo(databaseUrl), (each) => each.end());
  const endpoints = new Map<string, Endpoint>();
  for (const [directory, tenants] of seeded) {
    endpoints.set(directory.name, await openEndpoint({ rollcall, client }, directory, tenants));
  }
  await client.query("checkpoint");
  return endpoints;
}

interface Server {
  readonly rollcall: Rollcall;
  readonly client: Client;
}

async function openEndpoint(
  { rollcall, client }: Server,
  spec: DirectorySpec,
  tenants: readonly SeededTenant[],
): Promise<Endpoint> {
  const directories: Directory[] = [];
  const maxUsers = Math.max(MIN_USERS, Math.floor(MAX_USERS / tenants.length));
  for (const { tenantId, groupIds } of tenants) {
    const token = await rollcall.createToken(tenantId);
    const groups = groupIds.map((id, index) => ({ id, size: groupSizesOf(spec)[index] ?? 0 }));
    directories.push(await readDirectory(client, { tenantId, token, size: spec.users, groups, maxUsers }));
  }
  const tenantIds = tenants.map(({ tenantId }) => tenantId);
  return {
    scimUrl: rollcall.scimUrl,
    pid: rollcall.pid,
    directories,
    settle: () => untilNumbered({ rollcall, client }),
    eventLoopDelayMs: () => eventLoopDelayMs(rollcall.scimUrl),
    async countUsers() {
      const text = "select count(*)::int as total from users where tenant_id = any($1::uuid[])";
      const { rows } = await client.query<{ total: number }>(text, [tenantIds]);
      return rows[0]?.total ?? 0;
    },
  };
}

/** Waits for the worker: every event that requests left in the outbox is numbered. */
async function untilNumbered({ rollcall, client }: Server): Promise<void> {
  const deadline = performance.now() + MAX_SETTLE_MS;
  while (performance.now() < deadline) {
    const { rows } = await client.query<{ pending: boolean }>("select exists (select from outbox) as pending");
    if (rows[0]?.pending === false) return;
    await sleep(SETTLE_INTERVAL_MS);
  }
  throw new Error(`events were not numbered within ${MAX_SETTLE_MS / 1000} s:\n${rollcall.log()}`);
}

function tenantsOf(spec: DirectorySpec) {
  const groupSizes = groupSizesOf(spec);
  return Array.from({ length: spec.tenants ?? 1 }, (_, index) => ({
    name: `${spec.name} ${index + 1}`,
    users: spec.users,
    groupSizes,
  }));
}

function groupSizesOf({ groups }: DirectorySpec): number[] {
  return groups.flatMap(({ size, count }) => Array.from({ length: count }, () => size));
}
