import { type RawBuilder, sql } from "kysely";
import { type Parameter, statement } from "../session/statement.ts";
import type { PlaceSizes } from "./place-sizes.ts";

interface Batch {
  tenantId: string;
  /** The last number given. */
  last: number;
  /** Of events, at most. */
  count: number;
  /** Whether the stretches of ids hold, and are to hold on. */
  isPlaced: boolean;
}

interface Numbered {
  count: number;
  ended: Ended | null;
}

/** The last stretch of a level is full; of both levels, if it is the large one's. */
export interface Ended {
  readonly level: 0 | 1;
  /** After which the next one begins. */
  readonly lastId: string;
}

/**
 * Moves a batch from the outbox to the feed, and with it what it says to the totals and to the stretches of ids. An event
 * is recorded after its resource was locked, so of two events of one resource the earlier has the earlier time; within
 * one transaction ids ascend.
 */
export function numberBatch(sizes: PlaceSizes) {
  return statement<Batch>()(
    "feed-number",
    (param) => sql<Numbered>`
      with last_of_batch as materialized (
        select recorded_at, id from outbox where tenant_id = ${param("tenantId")}
        order by recorded_at, id limit 1 offset ${param("count")}::integer - 1
      ), moved as (
        delete from outbox where tenant_id = ${param("tenantId")}
          and coalesce((recorded_at, id) <= (select recorded_at, id from last_of_batch), true)
        returning *
      ), numbered as (
        insert into events (tenant_id, sequence, id, type, resource_type, resource_id, resource_version, actor, data, recorded_at)
        select tenant_id, ${param("last")}::bigint + row_number() over (order by recorded_at, id),
          id, type, resource_type, resource_id, resource_version, actor, data, recorded_at
        from moved
      ), ${placesOfMoved(param, sizes)}
      update feeds set
        last_sequence = ${param("last")}::bigint + batch.count,
        placed_sequence = case when ${param("isPlaced")} then ${param("last")}::bigint + batch.count else placed_sequence end,
        users_total = users_total + batch.users,
        groups_total = groups_total + batch.groups,
        platform_users_total = platform_users_total + batch.platform_users,
        platform_groups_total = platform_groups_total + batch.platform_groups
      from (
        select count(*) as count,
          coalesce(sum(users_delta), 0) as users,
          coalesce(sum(groups_delta), 0) as groups,
          coalesce(sum(platform_users_delta), 0) as platform_users,
          coalesce(sum(platform_groups_delta), 0) as platform_groups
        from moved
      ) batch
      where feeds.tenant_id = ${param("tenantId")} and batch.count > 0
      returning batch.count, (select ended from ended)`,
  );
}

/**
 * Each user counts in the stretch that its id falls into. A level's last stretch, once it is full, ends where nobody was
 * ever counted beyond.
 */
function placesOfMoved(param: Parameter<Batch>, { small, large }: PlaceSizes): RawBuilder<unknown> {
  return sql`changed as (
        select level, resource_id, users_delta, platform_users_delta, (
          select after_id from places
          where tenant_id = ${param("tenantId")} and places.level = levels.level and after_id < moved.resource_id
          order by after_id desc limit 1
        ) as after_id
        from moved cross join (values (0), (1)) levels (level)
        where ${param("isPlaced")}::boolean and users_delta <> 0
      ), sums as (
        select level, after_id, max(resource_id::text collate "C")::uuid as last_id,
          sum(users_delta) as users, sum(platform_users_delta) as platform_users
        from changed group by level, after_id
      ), grown as (
        update places set
          users_total = users_total + sums.users,
          platform_users_total = platform_users_total + sums.platform_users,
          last_id = greatest(places.last_id, sums.last_id)
        from sums
        where places.tenant_id = ${param("tenantId")} and places.level = sums.level and places.after_id = sums.after_id
        returning places.level, places.after_id, places.last_id, places.users_total
      ), ended as (
        select json_build_object('level', max(level), 'lastId', max(last_id::text collate "C")) as ended from grown
        where users_total >= case level when 0 then ${sql.lit(small)} else ${sql.lit(large)} end
          and not exists (
            select from places later where later.tenant_id = ${param("tenantId")}
              and later.level = grown.level and later.after_id > grown.after_id
          )
        having count(*) > 0
      )`;
}
