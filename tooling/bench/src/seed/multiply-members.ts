import type { Client } from "pg";
import { inTenant } from "./in-tenant.ts";

interface Multiplication {
  readonly tenantId: string;
  /** Its only member is the first of `people`, and the event of that membership the last in the feed. */
  readonly groupId: string;
  /** How many members there shall be. */
  readonly count: number;
}

/** Gives a group the first of `people` as members, as though all had come with its first one. */
export async function multiplyMembers(owner: Client, { tenantId, groupId, count }: Multiplication): Promise<void> {
  await inTenant(owner, tenantId, async () => {
    await owner.query(INSERT_MEMBERSHIPS, [tenantId, groupId, count]);
    await owner.query(INSERT_EVENTS, [tenantId, groupId, count]);
    await owner.query(ADD_EVENTS, [tenantId, count - 1]);
  });
}

const INSERT_MEMBERSHIPS = `
  insert into memberships (tenant_id, group_id, user_id)
  select $1, $2, id::uuid from people where n between 2 and $3`;

const INSERT_EVENTS = `
  insert into events
  select copy.* from people cross join (
    select to_jsonb(events) as row from events where tenant_id = $1 order by sequence desc limit 1
  ) template cross join lateral jsonb_populate_record(null::events, row || jsonb_build_object(
    'id', overlay(row ->> 'id' placing substr(gen_random_uuid()::text, 25) from 25),
    'sequence', (row -> 'sequence')::bigint + n - 1,
    'data', row -> 'data' || jsonb_build_object('memberId', people.id)
  )) copy
  where n between 2 and $3 and row -> 'data' ->> 'groupId' = $2`;

const ADD_EVENTS = `
  update feeds set last_sequence = last_sequence + $2, placed_sequence = placed_sequence + $2 where tenant_id = $1`;
