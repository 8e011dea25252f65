import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import type { User } from "./user.ts";
import type { UserRepository } from "./user-repository.ts";
import { userSnapshot } from "./user-snapshot.ts";

export interface UserToRestore {
  readonly id: string;
  readonly actor: Actor;
}

/**
 * Undoes a deletion: the user is as it was, one version on, and a member again of those of its groups that still exist.
 * @throws DomainError `not_found` when no copy is kept, `conflict` when one of its names was taken meanwhile.
 */
export async function restoreUser(users: UserRepository, { id, actor }: UserToRestore): Promise<User> {
  const restored = await users.restore(id, {
    restored: (user) =>
      newEvent("user.restored", actor, { id, version: user.version, data: { user: userSnapshot(user) } }),
    joined: (group, groupVersion) =>
      newEvent("group.member_added", actor, {
        id: group.id,
        version: groupVersion,
        data: { groupId: group.id, memberId: id, memberType: "user" },
      }),
  });
  if (restored === undefined) throw new DomainError({ code: "not_found", resource: "user", id });
  return restored;
}
