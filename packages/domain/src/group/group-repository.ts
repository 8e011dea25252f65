import type { NewEvent } from "../event/new-event.ts";
import type { ListQuery, Page } from "../page/page.ts";
import type { Group, Member } from "./group.ts";

/** The groups of one tenant and their memberships. Every write commits together with its events. */
export interface GroupRepository {
  find(id: string): Promise<Group | undefined>;
  list(query: ListQuery): Promise<Page<Group>>;
  /** A page of members in the order of their ids, after `afterId`. */
  members(groupId: string, page: { afterId: string | undefined; count: number }): Promise<readonly Member[]>;
  /** All members of several groups at once, by group id. */
  membersOf(groupIds: readonly string[]): Promise<ReadonlyMap<string, readonly Member[]>>;
  /** Runs `work` in one transaction; what it throws undoes everything. */
  transact<TResult>(work: (transaction: GroupTransaction) => Promise<TResult>): Promise<TResult>;
}

/** The writes of one change of a group. Costs follow the members named, never the size of the group. */
export interface GroupTransaction {
  /** @throws DomainError `conflict` when the displayName is taken. */
  insert(group: Group): Promise<void>;
  /** Reads the group and keeps others from changing it until the transaction ends. */
  lock(id: string): Promise<Group | undefined>;
  /** @throws DomainError `conflict` when the displayName is taken. */
  update(group: Group): Promise<void>;
  /** Removes the group with its memberships and keeps a restorable copy. */
  delete(group: Group): Promise<void>;
  /**
   * Adds members and tells which were none before.
   * @throws DomainError `unknown_members` naming every id that is no user of the tenant.
   */
  addMembers(groupId: string, ids: readonly string[]): Promise<readonly string[]>;
  /** Removes members and tells which were some. */
  removeMembers(groupId: string, ids: readonly string[]): Promise<readonly string[]>;
  /** Removes all members but these and tells which were removed. */
  retainMembers(groupId: string, ids: readonly string[]): Promise<readonly string[]>;
  listMembers(groupId: string): Promise<readonly Member[]>;
  record(events: readonly NewEvent[]): Promise<void>;
}
