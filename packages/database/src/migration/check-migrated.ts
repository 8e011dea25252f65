import type { Client } from "pg";
import { connectForMaintenance } from "../backup/maintenance-client.ts";
import { migrations } from "./migrations.ts";
import { SetupError } from "./setup-error.ts";

/** @throws SetupError when the database cannot be reached, or when its schema is not that of this code. */
export async function checkMigrated(databaseUrl: string): Promise<void> {
  await using connection = await connectForMaintenance(databaseUrl);
  const applied = await readNames(connection.client);
  const unknown = applied.filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    const has = unknown.join(", ");
    throw new SetupError(
      `The database's schema is newer than this version of Rollcall (it has ${has}); start the newer version.`,
    );
  }
  const missing = Object.keys(migrations).filter((name) => !applied.includes(name));
  if (missing.length > 0) {
    throw new SetupError(
      `The database's schema lacks ${missing.join(", ")}; bring it up to date first: rollcall migrate`,
    );
  }
}

async function readNames(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query("select 1 where to_regclass('kysely_migration') is not null");
  if (tables.length === 0) return [];
  const { rows } = await client.query<{ name: string }>("select name from kysely_migration");
  return rows.map(({ name }) => name);
}
