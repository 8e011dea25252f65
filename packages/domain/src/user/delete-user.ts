import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import type { UserRepository } from "./user-repository.ts";
import { userSnapshot } from "./user-snapshot.ts";

/**
 * Deletes a user and ends its memberships; a restorable copy is kept, and the names are free at once.
 * @throws DomainError `not_found`.
 */
export async function deleteUser(users: UserRepository, id: string, actor: Actor): Promise<void> {
  const deleted = await users.delete(id, (user) =>
    newEvent("user.deleted", actor, {
      id,
      version: user.version,
      data: { user: userSnapshot(user), groupIds: user.groups.map((group) => group.id) },
    }),
  );
  if (!deleted) throw new DomainError({ code: "not_found", resource: "user", id });
}
