import type { EventSequencer } from "@rollcall/domain";
import { sql } from "kysely";
import { queryBuilder } from "../session/query-builder.ts";
import { transact } from "../session/session.ts";
import type { SessionPool } from "../session/session-pool.ts";
import { statement } from "../session/statement.ts";

export function createEventSequencer(pool: SessionPool): EventSequencer {
  return {
    async pendingTenants(count) {
      const pending = queryBuilder.selectFrom("outbox").select("tenant_id").distinct().limit(count);
      const rows = await transact(pool, { kind: "worker" }, (session) => session.query(pending.compile()));
      return rows.map((row) => row.tenant_id);
    },

    async numberEvents(tenantId, count) {
      return await transact(pool, { kind: "tenant", tenantId }, async (session) => {
        const [feed] = await session.run(takeFeed, { tenantId });
        // Another worker has it.
        if (feed === undefined) return 0;
        const [moved] = await session.run(numberBatch, { tenantId, last: feed.last_sequence, count });
        return moved?.count ?? 0;
      });
    },
  };
}

const takeFeed = statement<{ tenantId: string }>()("feed-take", (param) =>
  queryBuilder
    .selectFrom("feeds")
    .select("last_sequence")
    .where("tenant_id", "=", param("tenantId"))
    .forUpdate()
    .skipLocked(),
);

/**
 * Moves a batch from the outbox to the feed and the totals with it. An event is recorded after its resource was
 * locked, so of two events of one resource the earlier has the earlier time; within one transaction ids ascend.
 */
const numberBatch = statement<{ tenantId: string; last: number; count: number }>()(
  "feed-number",
  (param) => sql<{ count: number }>`
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
    )
    update feeds set
      last_sequence = ${param("last")}::bigint + batch.count,
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
    returning batch.count`,
);
