import { type RawBuilder, sql } from "kysely";
import { isSeen, type Sight } from "./visibility.ts";

interface MemberOfGroup {
  id: string;
  type: string;
  display: string;
  display_key: string;
}

/** Both kinds of members of the group of the surrounding query, each looked up by its whole key as in groupsOfUser. */
export function membersOfGroup(sight: Sight): RawBuilder<MemberOfGroup> {
  return sql`
    select member.id, 'user' as type, coalesce(member.profile ->> 'displayName', member.user_name) as display,
      coalesce(member.profile_key ->> 'displayName', member.user_name_key) as display_key
    from memberships cross join lateral (
      select users.id, users.profile, users.profile_key, users.user_name, users.user_name_key from users
      where users.tenant_id = memberships.tenant_id and users.id = memberships.user_id and ${isSeen("users", sight)} offset 0
    ) member
    where memberships.tenant_id = groups.tenant_id and memberships.group_id = groups.id
    union all
    select child.id, 'group', child.display_name, child.display_name_key
    from nestings cross join lateral (
      select nested.id, nested.display_name, nested.display_name_key from groups nested
      where nested.tenant_id = nestings.tenant_id and nested.id = nestings.child_id and ${isSeen("nested", sight)} offset 0
    ) child
    where nestings.tenant_id = groups.tenant_id and nestings.group_id = groups.id`;
}
