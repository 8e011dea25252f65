import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, startEmbeddedPostgres } from "@rollcall/database";
import type { TestProject } from "vitest/node";
import { connectTo } from "./connect-to.ts";
import { parseLocks } from "./lock.ts";
import { testBinariesDir } from "./test-binaries-dir.ts";
import { urlOf } from "./use-database.ts";

interface TestServer {
  /** Connection string of a superuser. */
  adminUrl: string;
  /** Does away with the databases whose names start with the template's. */
  close(template: string): Promise<void>;
}

/**
 * Vitest global setup: one Postgres for the whole run, with a migrated template that test files clone.
 *
 * It is a throw-away cluster, unless `TEST_DATABASE_URL` names a server to use instead. `TEST_WITHOUT_LOCKS` names what
 * keeps tenants apart and is to be missing: row-security, tenant-predicate, or both with a comma between them.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const without = parseLocks(process.env.TEST_WITHOUT_LOCKS ?? "");
  const server = external ? externalServer(external) : await ephemeralServer();
  const template = `rollcall_test_${randomUUID().slice(0, 8)}`;
  try {
    await createTemplate(server.adminUrl, template);
  } catch (error) {
    await server.close(template);
    throw error;
  }
  project.provide("testDatabase", { adminUrl: server.adminUrl, template, without });
  return () => server.close(template);
}

async function createTemplate(adminUrl: string, template: string): Promise<void> {
  await using admin = await connectTo(adminUrl);
  await admin.query(`create database ${template}`);
  await migrate({ databaseUrl: urlOf(adminUrl, template) });
}

async function ephemeralServer(): Promise<TestServer> {
  const stateDir = mkdtempSync(join(tmpdir(), "rollcall-test-"));
  const forget = () => rmSync(stateDir, { recursive: true, force: true, maxRetries: 5 });
  // Also when a signal ends the run, which then tears nothing down.
  process.once("exit", forget);
  const postgres = await startEmbeddedPostgres({ stateDir, binariesDir: testBinariesDir(), ephemeral: true });
  return { adminUrl: postgres.url(), close: () => postgres.stop() };
}

function externalServer(adminUrl: string): TestServer {
  return {
    adminUrl,
    async close(template) {
      await using admin = await connectTo(adminUrl);
      const names = await admin.query("select datname from pg_database where starts_with(datname, $1)", [template]);
      for (const [name] of names) await admin.query(`drop database ${String(name)} with (force)`);
    },
  };
}
