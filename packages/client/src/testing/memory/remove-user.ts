import type { User } from "@rollcall/domain";
import { groupsContaining, leaveAll, withGroups } from "./memberships.ts";
import type { TenantRows } from "./tenant-rows.ts";
import { dropValues } from "./unique-values.ts";

/** Takes a user out, with its memberships, and keeps a copy of both. @returns the user with the groups it was a member of. */
export function removeUser(rows: TenantRows, user: User): User {
  const direct = groupsContaining(rows, user.id);
  const groups = withGroups(rows, user).groups.filter(({ id }) => direct.includes(id));
  const removed: User = { ...user, groups };
  leaveAll(rows, user.id);
  dropValues(rows, user.id);
  rows.users.delete(user.id);
  rows.deletions.set(user.id, { id: user.id, resourceType: "user", deletedAt: new Date(), user: removed });
  return removed;
}
