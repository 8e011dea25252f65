import { connectTo } from "../servers/connect-to.ts";
import { familyNames, givenNames } from "../seed/seeded-user.ts";

export interface FloorSeed {
  readonly databaseUrl: string;
  readonly users: number;
  /** The number of members of each group; its members are the first users. */
  readonly groupSizes: readonly number[];
}

/** Makes the floor's tables in an empty database and fills them with users like those of the other directory. @returns the groups' ids. */
export async function seedFloor({ databaseUrl, users, groupSizes }: FloorSeed): Promise<string[]> {
  const client = await connectTo(databaseUrl);
  try {
    await client.query(TABLES);
    await client.query(FILL_USERS, [users, givenNames, familyNames]);
    const groupIds: string[] = [];
    for (const size of groupSizes) {
      const { rows } = await client.query<{ id: string }>("insert into groups default values returning id");
      const [{ id } = { id: "" }] = rows;
      await client.query("insert into members select $1, id from users order by id limit $2", [id, size]);
      groupIds.push(id);
    }
    await client.query("vacuum analyze");
    return groupIds;
  } finally {
    await client.end();
  }
}

const TABLES = `
  create table users (
    id uuid primary key default uuidv7(),
    user_name text collate "C" not null unique,
    active boolean not null,
    profile jsonb not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  ) with (fillfactor = 85);
  create table groups (id uuid primary key default uuidv7(), version integer not null default 1);
  create table members (group_id uuid, user_id uuid, primary key (group_id, user_id));`;

/** The names are those of seededUser. */
const FILL_USERS = `
  insert into users (user_name, active, profile)
  select given || '.' || family || '.' || number || '@example.com', true, jsonb_build_object(
    'schemas', jsonb_build_array(
      'urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'),
    'externalId', '00u' || number,
    'name', jsonb_build_object('givenName', given, 'familyName', family),
    'emails', jsonb_build_array(jsonb_build_object(
      'primary', true, 'value', given || '.' || family || '.' || number || '@example.com', 'type', 'work')),
    'phoneNumbers', jsonb_build_array(jsonb_build_object('primary', true, 'value', '+1 555 ' || number, 'type', 'work')),
    'displayName', given || ' ' || family,
    'title', 'Systems Analyst',
    'locale', 'en-US',
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', jsonb_build_object(
      'employeeNumber', number, 'costCenter', '4130', 'department', 'Information Technology',
      'manager', jsonb_build_object('value', '900001', 'displayName', 'Morgan Lee')))
  from generate_series(1, $1::integer) n cross join lateral (
    select lpad(n::text, 8, '0') as number,
      ($2::text[])[(n - 1) % cardinality($2::text[]) + 1] as given,
      ($3::text[])[(n - 1) % cardinality($3::text[]) + 1] as family
  ) person`;
