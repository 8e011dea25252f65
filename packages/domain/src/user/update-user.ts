import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { checkUserDraft } from "./check-user-draft.ts";
import type { User, UserDraft } from "./user.ts";
import type { UserRepository } from "./user-repository.ts";
import { previousValues, userSnapshot } from "./user-snapshot.ts";

export interface UserChange {
  readonly id: string;
  readonly actor: Actor;
  /** The version the caller saw last; another stored version refuses the change. */
  readonly ifVersion?: number | undefined;
  /** What the user shall be, given what it is; called again when another change came between. */
  readonly change: (current: User) => UserDraft;
}

/** Each failed attempt means that another change succeeded, so this many must have come between. */
const MAX_ATTEMPTS = 100;

/**
 * Changes a user by compare-and-set. A change that changes nothing writes nothing, and makes no event.
 * @throws DomainError `not_found`, `version_mismatch`, `conflict`, `invalid_value`, `contention`.
 */
export async function updateUser(users: UserRepository, { id, actor, ifVersion, change }: UserChange): Promise<User> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const current = await users.find(id);
    if (current === undefined) throw new DomainError({ code: "not_found", resource: "user", id });
    if (ifVersion !== undefined && current.version !== ifVersion) break;
    const draft = change(current);
    checkUserDraft(draft);
    const previous = previousValues(current, draft);
    if (Object.keys(previous).length === 0) return current;
    const next = nextVersion(current, draft);
    const event = newEvent(eventType(current, next), actor, {
      id,
      version: next.version,
      data: { user: userSnapshot(next), previous },
    });
    if (await users.update(current, next, event)) return next;
  }
  throw new DomainError({ code: ifVersion === undefined ? "contention" : "version_mismatch", resource: "user", id });
}

function nextVersion(current: User, draft: UserDraft): User {
  const { userName, externalId, active, profile } = draft;
  // A replica whose clock is behind must not move the time of change backwards.
  const updatedAt = new Date(Math.max(Date.now(), current.updatedAt.getTime()));
  return { ...current, userName, externalId, active, profile, version: current.version + 1, updatedAt };
}

function eventType(current: User, next: User): "user.updated" | "user.reactivated" | "user.deactivated" {
  if (current.active === next.active) return "user.updated";
  return next.active ? "user.reactivated" : "user.deactivated";
}
