import { randomUUID } from "node:crypto";
import { beforeAll, inject } from "vitest";
import { connectTo } from "./connect-to.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of a superuser, and the migrated database that test files clone. */
    testDatabase: { adminUrl: string; template: string };
  }
}

export interface TestDatabase {
  /** Superuser's connection string; readable from `beforeAll` on. */
  readonly url: string;
}

/**
 * Gives the calling test file a database of its own, migrated and without rows, or not even migrated. Call it at the top of the file, before other
 * hooks that need the URL. Nobody drops it: the run does away with the whole cluster, or with every clone, at its end.
 */
export function useDatabase({ migrated = true } = {}): TestDatabase {
  let url: string | undefined;
  beforeAll(async () => {
    url = await createDatabase(migrated);
  });
  return {
    get url() {
      if (url === undefined) throw new Error("the test database exists from beforeAll on");
      return url;
    },
  };
}

async function createDatabase(migrated: boolean): Promise<string> {
  const { adminUrl, template } = inject("testDatabase");
  const name = `${template}_${randomUUID().slice(0, 8)}`;
  await using admin = await connectTo(adminUrl);
  // Copying files beats the default, which writes the whole template through the write-ahead log.
  await admin.query(`create database ${name} template ${migrated ? template : "template0"} strategy file_copy`);
  return urlOf(adminUrl, name);
}

/** The same server and account, another database. */
export function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}
