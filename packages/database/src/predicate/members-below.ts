import { type RawBuilder, sql } from "kysely";
import type { FoundId } from "./found-id.ts";
import { isSeenByKey, type Viewer } from "./visibility.ts";

/**
 * The users in a group: its own, and those of the groups in it, however deep. What the caller does not see leads nowhere.
 *
 * Its own come in the order of their ids from the index, so that a page of a large group reads no more of it.
 */
export function membersBelow(groupId: RawBuilder<string>, { tenantId, sight }: Viewer): RawBuilder<FoundId> {
  const seen = (id: RawBuilder<unknown>) => isSeenByKey("groups", { tenantId, id }, sight);
  const childrenOf = (id: RawBuilder<unknown>) => sql`
    select child_id from nestings where tenant_id = ${tenantId} and group_id = ${id} and ${seen(sql.ref("child_id"))} offset 0`;
  return sql`
    select user_id as id from memberships
    where tenant_id = ${tenantId} and group_id = ${groupId} and ${seen(groupId)}
    union
    (
      with recursive below (id) as (
        select child_id from (${childrenOf(groupId)}) child where ${seen(groupId)}
        union
        select child_id from below cross join lateral (${childrenOf(sql.ref("below.id"))}) child
      )
      select user_id from below cross join lateral (
        select user_id from memberships where tenant_id = ${tenantId} and group_id = below.id offset 0
      ) member
    )`;
}
