import { sql } from "kysely";

/*
 * Each step of these queries is a lateral subquery with `offset 0`, which the planner may not merge with what is
 * around it: it looks up each row by its whole key. Left to choose, it would scan a tenant that its statistics do not
 * know yet, which it takes for one of a row or two, once for every row of the other side.
 */

/**
 * The groups that the user of the surrounding query is in: its own, and upwards those that a group of its own is a
 * member of. A group reached in both ways is a direct one.
 */
export const groupsOfUser = sql<{ id: string; display_name: string; display_name_key: string; type: string }>`
  with recursive reached (id, is_direct) as (
    select group_id, true from memberships
    where memberships.tenant_id = users.tenant_id and memberships.user_id = users.id
    union
    select above.group_id, false from reached cross join lateral (
      select nestings.group_id from nestings
      where nestings.tenant_id = users.tenant_id and nestings.child_id = reached.id offset 0
    ) above
  )
  select own.id, own.display_name, own.display_name_key, case when is_direct then 'direct' else 'indirect' end as type
  from (select id, bool_or(is_direct) as is_direct from reached group by id) distinct_groups
  cross join lateral (
    select groups.id, groups.display_name, groups.display_name_key from groups
    where groups.tenant_id = users.tenant_id and groups.id = distinct_groups.id offset 0
  ) own`;

/** Both kinds of members of the group of the surrounding query. */
export const membersOfGroup = sql<{ id: string; type: string; display: string; display_key: string }>`
  select member.id, 'user' as type, coalesce(member.profile ->> 'displayName', member.user_name) as display,
    coalesce(member.profile_key ->> 'displayName', member.user_name_key) as display_key
  from memberships cross join lateral (
    select users.id, users.profile, users.profile_key, users.user_name, users.user_name_key from users
    where users.tenant_id = memberships.tenant_id and users.id = memberships.user_id offset 0
  ) member
  where memberships.tenant_id = groups.tenant_id and memberships.group_id = groups.id
  union all
  select child.id, 'group', child.display_name, child.display_name_key
  from nestings cross join lateral (
    select nested.id, nested.display_name, nested.display_name_key from groups nested
    where nested.tenant_id = nestings.tenant_id and nested.id = nestings.child_id offset 0
  ) child
  where nestings.tenant_id = groups.tenant_id and nestings.group_id = groups.id`;
