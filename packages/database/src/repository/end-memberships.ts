import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import { advanceGroups, type LockedGroup, lockGroupsById } from "./lock-groups.ts";

/**
 * Ends every membership of a user and gives its groups their next version. The caller has locked first its groups, as
 * everybody does who changes them, and then its row: whoever was adding it meanwhile held that row, so which groups it
 * was in only the deletion itself tells for certain.
 * @returns the groups, in the order of their ids.
 */
export async function endMemberships(session: Session, tenantId: string, userId: string): Promise<LockedGroup[]> {
  const ended = await session.query(
    queryBuilder
      .deleteFrom("memberships")
      .where("tenant_id", "=", tenantId)
      .where("user_id", "=", userId)
      .returning("group_id")
      .compile(),
  );
  const groupIds = ended.map((row) => row.group_id);
  const groups = await lockGroupsById(session, tenantId, groupIds);
  await advanceGroups(session, tenantId, groups);
  return groups;
}
