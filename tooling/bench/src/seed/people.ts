import type { Client } from "pg";
import { familyNames, givenNames, INACTIVE_EVERY, seededNames } from "./seeded-user.ts";

/**
 * Makes the temporary table `people`: a tenant's users to be, `n` counting from 1, with what tells them apart. Each is
 * made a millisecond after the one before, the last one now; a UUIDv7 begins with the milliseconds. @returns the first one's id.
 */
export async function createPeople(owner: Client, count: number): Promise<string> {
  await owner.query("drop table if exists people");
  await owner.query(CREATE, [count, givenNames, familyNames, seededNames(1).number.length, INACTIVE_EVERY]);
  await owner.query("create unique index on people (n)");
  await owner.query("analyze people");
  const { rows } = await owner.query<{ id: string }>("select id from people where n = 1");
  if (rows[0] === undefined) throw new Error("a tenant needs at least one user");
  return rows[0].id;
}

const CREATE = `
  create temp table people as
  select n, made_at, n % $5 <> 0 as active, lpad(n::text, $4, '0') as number,
    ($2::text[])[(n - 1) % cardinality($2::text[]) + 1] as given_name,
    ($3::text[])[(n - 1) % cardinality($3::text[]) + 1] as family_name,
    time || substr(gen_random_uuid()::text, 16) as id, time || substr(gen_random_uuid()::text, 16) as event_id
  from generate_series(1, $1::integer) n
  cross join lateral (select date_trunc('milliseconds', now()) - ($1 - n) * interval '1 millisecond' as made_at) made
  cross join lateral (select lpad(to_hex((extract(epoch from made_at) * 1000)::bigint), 12, '0') as hex) stamp
  cross join lateral (select substr(hex, 1, 8) || '-' || substr(hex, 9) || '-7' as time) prefix`;
