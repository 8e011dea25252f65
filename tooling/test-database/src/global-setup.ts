import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@rollcall/database";
import type { TestProject } from "vitest/node";
import { connectTo } from "./connect-to.ts";
import { parseLocks } from "./lock.ts";
import { serverNodes } from "./server-nodes.ts";
import { createTemplates } from "./templates.ts";
import { testBinariesDir } from "./test-binaries-dir.ts";

interface TestServer {
  /** Connection strings of a superuser: of the server, or of the coordinator and the workers of a cluster. */
  nodes: readonly string[];
  /** Does away with the databases whose names begin with `prefix`. */
  close(prefix: string): Promise<void>;
}

/**
 * Vitest global setup: one Postgres for the whole run, with a migrated template that test files clone.
 *
 * It is a throw-away cluster, unless `TEST_DATABASE_URL` names a server to use instead; if that database has the nodes of
 * a Citus cluster, each test file gets a database that is distributed over them. `TEST_WITHOUT_LOCKS` names what
 * keeps tenants apart and is to be missing: row-security, tenant-predicate, or both with a comma between them.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const without = parseLocks(process.env.TEST_WITHOUT_LOCKS ?? "");
  const server = external ? await externalServer(external) : await ephemeralServer();
  const prefix = `rollcall_test_${randomUUID().slice(0, 8)}`;
  const { nodes } = server;
  try {
    const templates = await createTemplates(nodes, prefix);
    project.provide("testDatabase", { nodes, prefix, templates, without });
  } catch (error) {
    await server.close(prefix);
    throw error;
  }
  return () => server.close(prefix);
}

async function ephemeralServer(): Promise<TestServer> {
  const stateDir = mkdtempSync(join(tmpdir(), "rollcall-test-"));
  const forget = () => rmSync(stateDir, { recursive: true, force: true, maxRetries: 5 });
  // Also when a signal ends the run, which then tears nothing down.
  process.once("exit", forget);
  const postgres = await startEmbeddedPostgres({ stateDir, binariesDir: testBinariesDir(), ephemeral: true });
  return { nodes: [postgres.url()], close: () => postgres.stop() };
}

async function externalServer(adminUrl: string): Promise<TestServer> {
  const nodes = await serverNodes(adminUrl);
  return {
    nodes,
    async close(prefix) {
      for (const node of nodes) await dropDatabases(node, prefix);
    },
  };
}

async function dropDatabases(node: string, prefix: string): Promise<void> {
  await using admin = await connectTo(node);
  const names = await admin.query("select datname from pg_database where starts_with(datname, $1)", [prefix]);
  for (const [name] of names) await admin.query(`drop database ${String(name)} with (force)`);
}
