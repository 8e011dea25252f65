import type { NewEvent } from "../event/new-event.ts";
import type { Group } from "../group/group.ts";
import type { ListQuery, Page } from "../page/page.ts";
import type { UserText } from "./user-text.ts";
import type { User } from "./user.ts";

export interface UserReadOptions {
  /** Whether the groups are wanted; without them a user's `groups` are empty. Default: true. */
  readonly withGroups?: boolean;
}

/** What many users can be looked up by at once. */
export const userKeys = ["id", "userName", "externalId", "email"] as const;
export type UserKey = (typeof userKeys)[number];

/** The events of a restoration, made inside its transaction; what they throw undoes it all. */
export interface UserRestoration {
  readonly restored: (user: User) => NewEvent;
  readonly joined: (group: Pick<Group, "id">, groupVersion: number) => NewEvent;
}

/** The users of one tenant. Every write commits together with its event. */
export interface UserRepository {
  /** @throws DomainError `conflict` when userName, externalId or the value of a unique extension attribute is taken. */
  insert(user: User, event: NewEvent): Promise<void>;
  find(id: string, options?: UserReadOptions): Promise<User | undefined>;
  /** The same, for callers that pass the profile on as it is. */
  findText(id: string, options?: UserReadOptions): Promise<UserText | undefined>;
  findByExternalId(connectionId: string | null, externalId: string): Promise<User | undefined>;
  /**
   * Those that have one of the values, at most MAX_LOOK_UP_VALUES, in one statement and in the order of their ids; texts
   * are folded as their attribute is.
   */
  lookUp(by: UserKey, values: readonly string[]): Promise<readonly User[]>;
  list(query: ListQuery, options?: UserReadOptions): Promise<Page<User>>;
  /** The same, for callers that pass profiles on as they are. */
  listTexts(query: ListQuery, options?: UserReadOptions): Promise<Page<UserText>>;
  /**
   * Writes `next` if the stored version is still that of `current`.
   * @returns false when it is not, and then nothing was written.
   * @throws DomainError `conflict` when userName, externalId or the value of a unique extension attribute is taken.
   */
  update(current: User, next: User, event: NewEvent): Promise<boolean>;
  /**
   * Ends the user's memberships, keeps a restorable copy, and writes the event; what `event` throws undoes it all.
   * @returns false when there is no such user.
   */
  delete(id: string, event: (user: User) => NewEvent): Promise<boolean>;
  /**
   * Brings a deleted user back under its id, one version on, into those of its former groups that still exist.
   * @returns the user, or undefined when no copy is kept.
   * @throws DomainError `conflict` when userName, externalId or the value of a unique extension attribute is taken.
   */
  restore(id: string, events: UserRestoration): Promise<User | undefined>;
  /** Ends every membership of the user, one event each. */
  leaveGroups(id: string, event: (group: Pick<Group, "id">, groupVersion: number) => NewEvent): Promise<void>;
}
