import { type CompiledQuery, sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import { NIL_ID, type PlaceSizes } from "./place-sizes.ts";
import { takeFeed } from "./take-feed.ts";

/**
 * Counts a tenant's users anew, if the stretches of their ids do not hold; not while another has the feed. One statement
 * for each large stretch, so that none of them takes long, however many users there are. They may see different states:
 * of what comes meanwhile the outbox has the delta, and nobody takes it out.
 */
export async function rebuildPlaces(session: Session, tenantId: string, sizes: PlaceSizes): Promise<void> {
  const [feed] = await session.run(takeFeed, { tenantId });
  if (feed === undefined || feed.placed_sequence === feed.last_sequence) return;
  await session.query(queryBuilder.deleteFrom("places").where("tenant_id", "=", tenantId).compile());
  let afterId: string | undefined = NIL_ID;
  while (afterId !== undefined) afterId = await buildStretch(session, { tenantId, afterId, sizes });
  await session.query(
    queryBuilder
      .updateTable("feeds")
      .set({ placed_sequence: feed.last_sequence })
      .where("tenant_id", "=", tenantId)
      .compile(),
  );
}

interface Stretch {
  readonly tenantId: string;
  readonly afterId: string;
  readonly sizes: PlaceSizes;
}

/** Counts one large stretch and the small ones in it. @returns where the next one begins; undefined after the last. */
async function buildStretch(session: Session, stretch: Stretch): Promise<string | undefined> {
  const { tenantId, afterId } = stretch;
  const counted = await session.query(countStretch(stretch));
  const small = counted.map(({ last_id, users, platform_users }, index) => ({
    level: 0,
    after_id: counted[index - 1]?.last_id ?? afterId,
    last_id,
    users_total: users,
    platform_users_total: platform_users,
  }));
  const large = {
    level: 1,
    after_id: afterId,
    last_id: small.at(-1)?.last_id ?? afterId,
    users_total: sum(small.map(({ users_total }) => users_total)),
    platform_users_total: sum(small.map(({ platform_users_total }) => platform_users_total)),
  };
  const rows = [...small, large].map((row) => ({ tenant_id: tenantId, ...row }));
  await session.query(queryBuilder.insertInto("places").values(rows).compile());
  return counted[0]?.border_id ?? undefined;
}

interface Counted {
  last_id: string;
  users: number;
  platform_users: number;
  /** Of the large stretch, if it is full. */
  border_id: string | null;
}

/**
 * The small stretches in order, each with how many users it holds, without what the outbox has yet to add. An id that only
 * the outbox knows falls to the stretch of the user that comes next.
 */
function countStretch({ tenantId, afterId, sizes: { small, large } }: Stretch): CompiledQuery<Counted> {
  return sql<Counted>`
    with next as materialized (
      select id, origin from users where tenant_id = ${tenantId} and id > ${afterId}::uuid order by id limit ${large}
    ), border as materialized (
      select max(id::text collate "C")::uuid as id from next having count(*) = ${large}
    ), changes as (
      select ${afterId}::uuid as id, 0 as is_user, 0 as users, 0 as platform_users
      union all
      select id, 1, 1, case origin when 'platform' then 1 else 0 end from next
      union all
      select resource_id, 0, -users_delta, -platform_users_delta from outbox
      where tenant_id = ${tenantId} and users_delta <> 0 and resource_id > ${afterId}::uuid
        and resource_id <= coalesce((select id from border), resource_id)
    ), placed as (
      select id, users, platform_users,
        (sum(is_user) over (order by id, is_user) - is_user) / ${small}::integer as stretch
      from changes
    )
    select max(id::text collate "C") as last_id, sum(users) as users, sum(platform_users) as platform_users,
      (select id from border) as border_id
    from placed group by stretch order by stretch`.compile(queryBuilder);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
