import { isDeepStrictEqual } from "node:util";
import type { UserSnapshot } from "../event/event.ts";
import type { User, UserDraft } from "./user.ts";

/** A user as events carry it: memberships have events of their own. */
export function userSnapshot({ groups: _, ...snapshot }: User): UserSnapshot {
  return snapshot;
}

/** The old values of what `next` changes, empty when nothing does. */
export function previousValues(current: User, next: UserDraft): Partial<UserDraft> {
  return {
    ...(current.userName !== next.userName && { userName: current.userName }),
    ...(current.externalId !== next.externalId && { externalId: current.externalId }),
    ...(current.active !== next.active && { active: current.active }),
    ...(!isDeepStrictEqual(current.profile, next.profile) && { profile: current.profile }),
  };
}
