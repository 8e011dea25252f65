import { type RawBuilder, sql } from "kysely";
import { isSeen, isSeenByKey, type Sight } from "./visibility.ts";

interface GroupOfUser {
  id: string;
  display_name: string;
  display_name_key: string;
  type: string;
}

/**
 * The groups that the user of the surrounding query is in: its own, and upwards those that a group of its own is a
 * member of. A group reached in both ways is a direct one; what the caller does not see leads nowhere.
 *
 * Each step is a lateral subquery with `offset 0`, which the planner may not merge with what is around it: it looks up
 * each row by its whole key, where it might otherwise scan a tenant once for every row of the other side.
 */
export function groupsOfUser(sight: Sight): RawBuilder<GroupOfUser> {
  const reached = { tenantId: sql.ref("users.tenant_id"), id: sql.ref("reached.id") };
  return sql`
    with recursive reached (id, is_direct) as (
      select group_id, true from memberships
      where memberships.tenant_id = users.tenant_id and memberships.user_id = users.id
      union
      select above.group_id, false from reached cross join lateral (
        select nestings.group_id from nestings
        where nestings.tenant_id = users.tenant_id and nestings.child_id = reached.id offset 0
      ) above
      where ${isSeenByKey("groups", reached, sight)}
    )
    select own.id, own.display_name, own.display_name_key, case when is_direct then 'direct' else 'indirect' end as type
    from (select id, bool_or(is_direct) as is_direct from reached group by id) distinct_groups
    cross join lateral (
      select groups.id, groups.display_name, groups.display_name_key from groups
      where groups.tenant_id = users.tenant_id and groups.id = distinct_groups.id and ${isSeen("groups", sight)} offset 0
    ) own`;
}
