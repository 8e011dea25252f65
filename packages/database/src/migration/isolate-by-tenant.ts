import { type Kysely, sql } from "kysely";

/**
 * The second lock below the repositories' own predicate: rows are visible and writable only while the setting
 * app.tenant_id names their tenant. Without a setting there are no rows. Forced, so that it binds the tables' owner.
 */
export async function isolateByTenant(db: Kysely<unknown>, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const name = sql.table(table);
    await sql`alter table ${name} enable row level security`.execute(db);
    await sql`alter table ${name} force row level security`.execute(db);
    // The setting is '' rather than null once a transaction that set it has ended on the same connection.
    await sql`
      create policy tenant on ${name}
        using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
        with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`.execute(db);
  }
}
