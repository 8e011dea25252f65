import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import type { User } from "./user.ts";
import type { UserRepository } from "./user-repository.ts";
import { userSnapshot } from "./user-snapshot.ts";

export interface UserDeletion {
  readonly id: string;
  readonly actor: Actor;
  /** The version the caller saw last; another stored version refuses the deletion. */
  readonly ifVersion?: number | undefined;
  /** What it throws refuses the deletion. */
  readonly check?: ((user: User) => void) | undefined;
}

/**
 * Deletes a user and ends its memberships; a restorable copy is kept, and the names are free at once.
 * @throws DomainError `not_found`, `version_mismatch`.
 */
export async function deleteUser(users: UserRepository, request: UserDeletion): Promise<void> {
  const { id, actor, ifVersion, check } = request;
  const deleted = await users.delete(id, (user) => {
    check?.(user);
    if (ifVersion !== undefined && ifVersion !== user.version) {
      throw new DomainError({ code: "version_mismatch", resource: "user", id });
    }
    const groupIds = user.groups.map((group) => group.id);
    const data = { user: userSnapshot(user), groupIds };
    return newEvent("user.deleted", actor, { id, version: user.version, data });
  });
  if (!deleted) throw new DomainError({ code: "not_found", resource: "user", id });
}
