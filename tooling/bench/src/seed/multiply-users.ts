import type { User } from "@rollcall/domain";
import { type Client, escapeLiteral } from "pg";
import { inTenant } from "./in-tenant.ts";
import { seededNames } from "./seeded-user.ts";

interface Multiplication {
  readonly tenantId: string;
  /** The tenant's only user; its event is the last in the feed. */
  readonly template: User;
  /** How many `people` there are. */
  readonly count: number;
}

/**
 * Puts a user for each of `people` in the template's place: the same rows with other names, ids and times. They come in
 * the order of the table; to ask for it would sort the finished rows.
 */
export async function multiplyUsers(owner: Client, { tenantId, template, count }: Multiplication): Promise<void> {
  await inTenant(owner, tenantId, async () => {
    const key = [tenantId, template.id];
    const { rows: users } = await owner.query<{ row: string }>(TAKE_USER, key);
    const { rows: events } = await owner.query<TakenEvent>(TAKE_EVENT, key);
    const [user, event] = [users[0], events[0]];
    if (user === undefined || event === undefined) throw new Error("the template has no rows");
    const marks = marksOf(template, event.id);
    await owner.query(insertUsers(marks), [user.row]);
    await owner.query(insertEvents(marks), [event.row, event.sequence]);
    await owner.query(ADD_TOTALS, [tenantId, count - 1]);
  });
}

interface TakenEvent {
  readonly row: string;
  readonly id: string;
  readonly sequence: string;
}

const TAKE_USER = "delete from users where tenant_id = $1 and id = $2 returning to_jsonb(users)::text as row";
const TAKE_EVENT = `
  delete from events where tenant_id = $1 and resource_id = $2 returning to_jsonb(events)::text as row, id, sequence`;
const ADD_TOTALS = `
  update feeds set users_total = users_total + $2, last_sequence = last_sequence + $2 where tenant_id = $1`;

/** What the template's rows say of itself alone, and the SQL of what each of `people` has in its place. */
type Marks = readonly (readonly [mark: string, value: string])[];

function marksOf(template: User, eventId: string): Marks {
  const { givenName, familyName, number } = seededNames(1);
  return [
    [template.id, "id"],
    [eventId, "event_id"],
    [number, "number"],
    [givenName, "given_name"],
    [givenName.toLowerCase(), "lower(given_name)"],
    [familyName, "family_name"],
    [familyName.toLowerCase(), "lower(family_name)"],
    [template.createdAt.toISOString(), `to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`],
    ['"active": true', `'"active": ' || active::text`],
  ];
}

function insertUsers(marks: Marks): string {
  return `
    insert into users select copy.* from people cross join lateral jsonb_populate_record(
      null::users, ${filled(marks)} || jsonb_build_object('created_at', made_at, 'updated_at', made_at)
    ) copy`;
}

function insertEvents(marks: Marks): string {
  return `
    insert into events select copy.* from people cross join lateral jsonb_populate_record(
      null::events, ${filled(marks)} || jsonb_build_object('recorded_at', made_at, 'sequence', $2::bigint + n - 1)
    ) copy`;
}

/** The row in $1 with its marks replaced. */
function filled(marks: Marks): string {
  const text = marks.reduce((row, [mark, value]) => `replace(${row}, ${escapeLiteral(mark)}, ${value})`, "$1::text");
  return `${text}::jsonb`;
}
