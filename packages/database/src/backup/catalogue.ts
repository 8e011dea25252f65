import { type Client, escapeIdentifier } from "pg";
import { backupTables } from "./backup-tables.ts";
import type { BackupTable } from "./backup-format.ts";

/** Those of our tables that the database has, in our order. One that was not migrated to the end lacks some. */
export async function existingTables(client: Client): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `select wanted.name, array_agg(a.attname::text order by a.attnum) as columns
     from unnest($1::text[]) with ordinality as wanted (name, position)
     join pg_attribute a on a.attrelid = to_regclass(quote_ident(wanted.name))
     where a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by wanted.name, wanted.position order by wanted.position`,
    [backupTables],
  );
  return rows;
}

/** The names of the database's migrations, oldest first. */
export async function readMigrations(client: Client): Promise<string[]> {
  const { rows: found } = await client.query("select where to_regclass('kysely_migration') is not null");
  if (found.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(`select name from kysely_migration order by name collate "C"`);
  return rows.map(({ name }) => name);
}

/** Whether rows are hidden from the user we log in as: from all but superusers and roles with BYPASSRLS. */
export async function rowsAreHidden(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    "select from pg_roles where rolname = current_user and not rolsuper and not rolbypassrls",
  );
  return rows.length > 0;
}

export function tableList(tables: readonly BackupTable[]): string {
  return tables.map(({ name }) => escapeIdentifier(name)).join(", ");
}

/** As COPY has them: `"users" ("id", …)`. */
export function tableColumns({ name, columns }: BackupTable): string {
  return `${escapeIdentifier(name)} (${columns.map((column) => escapeIdentifier(column)).join(", ")})`;
}
