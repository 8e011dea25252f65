import { DomainError } from "../error/domain-error.ts";
import { newEvent } from "../event/new-event.ts";
import { newId } from "../identity/id.ts";
import { checkUserDraft } from "./check-user-draft.ts";
import { restoreReturningUser } from "./restore-returning-user.ts";
import type { NewUser } from "./new-user.ts";
import type { User } from "./user.ts";
import type { UserRepository } from "./user-repository.ts";
import { userSnapshot } from "./user-snapshot.ts";

/**
 * Adds a user. An inactive user of the same connection with the same externalId is the same person coming back:
 * they get their old id, without their old groups.
 * @throws DomainError `conflict` when userName, externalId or a unique extension value is taken, `invalid_value` when one is not acceptable.
 */
export async function createUser(users: UserRepository, request: NewUser): Promise<User> {
  const { draft, origin, connectionId, actor } = request;
  checkUserDraft(draft);
  const now = new Date();
  const user: User = {
    ...draft,
    id: newId(),
    origin,
    connectionId,
    groups: [],
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  try {
    await users.insert(
      user,
      newEvent("user.created", actor, { id: user.id, version: 1, data: { user: userSnapshot(user) } }),
    );
    return user;
  } catch (error) {
    if (!(error instanceof DomainError) || error.refusal.code !== "conflict") throw error;
    const restored = await restoreReturningUser(users, request);
    if (restored === undefined) throw error;
    return restored;
  }
}
