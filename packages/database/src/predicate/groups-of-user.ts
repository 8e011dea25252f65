import { sql } from "kysely";

/**
 * The groups that the user of the surrounding query is in: its own, and upwards those that a group of its own is a
 * member of. A group reached in both ways is a direct one.
 */
export const groupsOfUser = sql<{ id: string; display_name: string; display_name_key: string; type: string }>`
  with recursive reached (id, is_direct) as (
    select group_id, true from memberships
    where memberships.tenant_id = users.tenant_id and memberships.user_id = users.id
    union
    select nestings.group_id, false from reached join nestings on nestings.child_id = reached.id
    where nestings.tenant_id = users.tenant_id
  )
  select groups.id, groups.display_name, groups.display_name_key,
    case when bool_or(is_direct) then 'direct' else 'indirect' end as type
  from reached join groups on groups.tenant_id = users.tenant_id and groups.id = reached.id
  group by groups.tenant_id, groups.id`;

/** Both kinds of members of the group of the surrounding query. */
export const membersOfGroup = sql<{ id: string; type: string; display: string; display_key: string }>`
  select users.id, 'user' as type, coalesce(users.profile ->> 'displayName', users.user_name) as display,
    coalesce(users.profile_key ->> 'displayName', users.user_name_key) as display_key
  from memberships join users on users.tenant_id = memberships.tenant_id and users.id = memberships.user_id
  where memberships.tenant_id = groups.tenant_id and memberships.group_id = groups.id
  union all
  select child.id, 'group', child.display_name, child.display_name_key
  from nestings join groups child on child.tenant_id = nestings.tenant_id and child.id = nestings.child_id
  where nestings.tenant_id = groups.tenant_id and nestings.group_id = groups.id`;
