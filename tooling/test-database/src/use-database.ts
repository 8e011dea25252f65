import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, inject } from "vitest";
import { type Connection, connectTo } from "./connect-to.ts";
import { dropTenantPredicate } from "./drop-tenant-predicate.ts";
import type { Lock } from "./lock.ts";
import { reasonToLeaveOut } from "./only-on-postgres.ts";
import { cloneDatabase, type Templates } from "./templates.ts";
import { urlOf } from "./url-of.ts";

declare module "vitest" {
  interface ProvidedContext {
    /**
     * Connection strings of a superuser, the databases that test files clone, and the locks between tenants that this run
     * does without. Names of clones begin with `prefix`.
     */
    testDatabase: { nodes: readonly string[]; prefix: string; templates: Templates; without: readonly Lock[] };
  }
}

export interface TestDatabase {
  /** Superuser's connection string; readable from `beforeAll` on. */
  readonly url: string;
}

export interface TestDatabaseOptions {
  /** Whether it has the schema; without rows it is in any case. */
  readonly migrated?: boolean;
  /** Whether it keeps both locks between tenants, whatever the run does without: for tests of a lock itself. */
  readonly locked?: boolean;
}

/**
 * Gives the calling test file a database of its own. Call it at the top of the file, before other hooks that need the
 * URL. Nobody drops it: the run does away with the whole cluster, or with every clone, at its end.
 */
export function useDatabase({ migrated = true, locked = false }: TestDatabaseOptions = {}): TestDatabase {
  let url: string | undefined;
  beforeEach(({ task, skip }) => {
    const reason = inject("testDatabase").nodes.length > 1 && reasonToLeaveOut(task.file.filepath, task.name);
    if (reason) skip(reason);
  });
  beforeAll(async () => {
    url = await createDatabase(migrated);
    if (migrated && !locked) await unlock(url);
  });
  return {
    get url() {
      if (url === undefined) throw new Error("the test database exists from beforeAll on");
      return url;
    },
  };
}

async function createDatabase(migrated: boolean): Promise<string> {
  const { nodes, prefix, templates } = inject("testDatabase");
  const name = `${prefix}_${randomUUID().slice(0, 8)}`;
  await cloneDatabase(nodes, migrated ? templates.migrated : templates.blank, name);
  return urlOf(nodes[0] ?? "", name);
}

/** Takes away the locks that this run does without. */
async function unlock(url: string): Promise<void> {
  const { without } = inject("testDatabase");
  if (without.includes("tenant-predicate")) dropTenantPredicate();
  if (!without.includes("row-security")) return;
  await using admin = await connectTo(url);
  await disableRowSecurity(admin);
}

async function disableRowSecurity(admin: Connection): Promise<void> {
  const tables = await admin.query("select oid::regclass from pg_class where relrowsecurity");
  for (const [table] of tables) await admin.query(`alter table ${String(table)} disable row level security`);
}
