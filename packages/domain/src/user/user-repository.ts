import type { NewEvent } from "../event/new-event.ts";
import type { Group } from "../group/group.ts";
import type { ListQuery, Page } from "../page/page.ts";
import type { User } from "./user.ts";

export interface UserReadOptions {
  /** Whether the groups are wanted; without them a user's `groups` are empty. Default: true. */
  readonly withGroups?: boolean;
}

/** The users of one tenant. Every write commits together with its event. */
export interface UserRepository {
  /** @throws DomainError `conflict` when userName, externalId or the value of a unique extension attribute is taken. */
  insert(user: User, event: NewEvent): Promise<void>;
  find(id: string, options?: UserReadOptions): Promise<User | undefined>;
  findByExternalId(connectionId: string | null, externalId: string): Promise<User | undefined>;
  list(query: ListQuery, options?: UserReadOptions): Promise<Page<User>>;
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
  /** Ends every membership of the user, one event each. */
  leaveGroups(id: string, event: (group: Pick<Group, "id">, groupVersion: number) => NewEvent): Promise<void>;
}
