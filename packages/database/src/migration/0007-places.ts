import { sql } from "kysely";
import { type Migration } from "kysely/migration";
import { isolateByTenant } from "./isolate-by-tenant.ts";
import { placeTable } from "./place-table.ts";

/**
 * places: how many users the stretches of a tenant's ids hold, as feeds has their total: as of the last number given, so
 * that with the deltas still in the outbox they are exact. By them a page is found at any startIndex without counting
 * its way. A stretch reaches from after_id to the next row's after_id; `level` 0 has small ones, 1 large ones, whose
 * borders are borders of level 0 too. last_id is the greatest id that was ever counted in it.
 *
 * They hold while feeds.placed_sequence is feeds.last_sequence. It is not while nobody has counted yet, nor when a process
 * of the version before has given numbers meanwhile: who numbers events then counts anew.
 */
export const places: Migration = {
  async up(db) {
    await sql`
      create table places (
        tenant_id uuid not null,
        level smallint not null,
        after_id uuid not null,
        last_id uuid not null,
        users_total integer not null,
        platform_users_total integer not null,
        primary key (tenant_id, level, after_id)
      )`.execute(db);
    await placeTable(db, "places", "by tenant");
    await isolateByTenant(db, ["places"]);
    await sql`grant select, insert, update, delete on places to rollcall_app`.execute(db);
    await sql`grant delete, select (tenant_id, level, after_id) on places to rollcall_retention`.execute(db);
    await sql`alter table feeds add column placed_sequence bigint`.execute(db);
  },
};
