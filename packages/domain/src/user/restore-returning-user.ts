import { newEvent } from "../event/new-event.ts";
import type { NewUser } from "./new-user.ts";
import { updateUser } from "./update-user.ts";
import type { User } from "./user.ts";
import type { UserRepository } from "./user-repository.ts";

/**
 * The user that `request` brings back under its old id, or undefined when it brings back nobody. Some identity
 * providers re-create a deactivated person by POST; a refusal would lock that person out for ever.
 */
export async function restoreReturningUser(users: UserRepository, request: NewUser): Promise<User | undefined> {
  const { draft, connectionId, actor } = request;
  if (draft.externalId === null) return undefined;
  const former = await users.findByExternalId(connectionId, draft.externalId);
  if (former === undefined || former.active) return undefined;
  await users.leaveGroups(former.id, (group, groupVersion) =>
    newEvent("group.member_removed", actor, {
      id: group.id,
      version: groupVersion,
      data: { groupId: group.id, memberId: former.id, memberType: "user" },
    }),
  );
  return await updateUser(users, { id: former.id, actor, change: () => draft });
}
