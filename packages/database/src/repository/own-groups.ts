import { type RawBuilder, sql } from "kysely";
import { isSeen, type Sight } from "../predicate/visibility.ts";

/** A group that the user itself is a member of. */
export interface OwnGroup {
  id: string;
  displayName: string;
  /** Whether the group is a member of others, which the user is then in as well. */
  isMember: boolean;
}

/** The user's own groups. Each is looked up by its key, which `offset 0` sees to. */
export const ownGroups = (sight: Sight): RawBuilder<OwnGroup[] | null> => sql`(
  select json_agg(json_build_object('id', own.id, 'displayName', own.display_name, 'isMember', exists (
    select from nestings where nestings.tenant_id = users.tenant_id and nestings.child_id = own.id
  )))
  from memberships cross join lateral (
    select groups.id, groups.display_name from groups
    where groups.tenant_id = memberships.tenant_id and groups.id = memberships.group_id and ${isSeen("groups", sight)} offset 0
  ) own
  where memberships.tenant_id = users.tenant_id and memberships.user_id = users.id
)`;

/** In their place when nobody wants them. */
export const noGroups = sql<null>`null::json`;
