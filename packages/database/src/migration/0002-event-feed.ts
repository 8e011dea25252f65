import { sql } from "kysely";
import { type Migration } from "kysely/migration";
import { placeTable } from "./place-table.ts";
import { isolateByTenant } from "./isolate-by-tenant.ts";

/**
 * outbox: events written with their change and not yet numbered. events: the numbered feed. feeds: per tenant, the
 * last number and how many users and groups there were when it was given; with the deltas still in the outbox that
 * makes exact totals without a count, and without a counter that every write would have to lock.
 */
export const eventFeed: Migration = {
  async up(db) {
    await sql`
      create table outbox (
        tenant_id uuid not null,
        id uuid not null,
        type text not null,
        resource_type text not null,
        resource_id uuid not null,
        resource_version integer,
        actor jsonb not null,
        data jsonb not null,
        users_delta smallint not null default 0,
        groups_delta smallint not null default 0,
        recorded_at timestamptz not null default clock_timestamp(),
        primary key (tenant_id, id)
      )`.execute(db);
    await placeTable(db, "outbox", "by tenant");

    await sql`
      create table events (
        tenant_id uuid not null,
        sequence bigint not null,
        id uuid not null,
        type text not null,
        resource_type text not null,
        resource_id uuid not null,
        resource_version integer,
        actor jsonb not null,
        data jsonb not null,
        recorded_at timestamptz not null,
        primary key (tenant_id, sequence)
      )`.execute(db);
    await placeTable(db, "events", "by tenant");

    await sql`
      create table feeds (
        tenant_id uuid not null primary key references tenants (id),
        last_sequence bigint not null default 0,
        users_total bigint not null default 0,
        groups_total bigint not null default 0
      )`.execute(db);
    await placeTable(db, "feeds", "by tenant");

    await isolateByTenant(db, ["outbox", "events", "feeds"]);
  },
};
