import { sql } from "kysely";
import { type Migration } from "kysely/migration";
import { placeTable } from "./place-table.ts";

/**
 * Three roles that own nothing and cannot log in; every transaction of the application takes on one of them.
 *
 * - rollcall_app: the directory of one tenant, the one named by the setting app.tenant_id
 * - rollcall_platform: the list of tenants and the API keys, and nothing inside a tenant
 * - rollcall_worker: which tenants have events without a number, and nothing else
 */
export const roles: Migration = {
  async up(db) {
    await sql`
      create table api_keys (
        id uuid primary key,
        name text not null,
        hint text not null,
        digest bytea not null,
        created_at timestamptz not null,
        revoked_at timestamptz
      )`.execute(db);
    await placeTable(db, "api_keys", "everywhere");

    await sql`grant usage on schema public to rollcall_app, rollcall_platform, rollcall_worker`.execute(db);
    await sql`grant select, insert, update, delete on connections, tokens, users, groups, memberships, nestings, outbox to rollcall_app`.execute(
      db,
    );
    await sql`grant select, insert, delete on deletions to rollcall_app`.execute(db);
    await sql`grant select, insert on events to rollcall_app`.execute(db);
    await sql`grant select, insert, update on feeds, tenants to rollcall_app`.execute(db);
    await sql`grant select on tenants to rollcall_platform`.execute(db);
    await sql`grant select, insert, update on api_keys to rollcall_platform`.execute(db);
    await sql`grant select (tenant_id) on outbox to rollcall_worker`.execute(db);

    await sql`alter table tenants enable row level security`.execute(db);
    await sql`alter table tenants force row level security`.execute(db);
    await sql`
      create policy tenant on tenants to rollcall_app
        using (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
        with check (id = nullif(current_setting('app.tenant_id', true), '')::uuid)`.execute(db);
    await sql`create policy platform on tenants for select to rollcall_platform using (true)`.execute(db);
    await sql`create policy worker on outbox for select to rollcall_worker using (true)`.execute(db);
  },
};
