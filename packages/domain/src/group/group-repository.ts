import type { NewEvent } from "../event/new-event.ts";
import type { ListQuery, Page } from "../page/page.ts";
import type { Group, Member, MemberKey } from "./group.ts";

/** What many groups can be looked up by at once. */
export const groupKeys = ["id", "displayName", "externalId"] as const;
export type GroupKey = (typeof groupKeys)[number];

/** The groups of one tenant and their memberships. Every write commits together with its events. */
export interface GroupRepository {
  find(id: string): Promise<Group | undefined>;
  /** Those that have one of the values, at most MAX_LOOK_UP_VALUES, in one statement and in the order of their ids. */
  lookUp(by: GroupKey, values: readonly string[]): Promise<readonly Group[]>;
  list(query: ListQuery): Promise<Page<Group>>;
  /** A page of members in the order of their ids, after `afterId`. */
  members(groupId: string, page: { afterId: string | undefined; count: number }): Promise<readonly Member[]>;
  /** All members of several groups at once, by group id. */
  membersOf(groupIds: readonly string[]): Promise<ReadonlyMap<string, readonly Member[]>>;
  /** Runs `work` in one transaction; what it throws undoes everything. */
  transact<TResult>(work: (transaction: GroupTransaction) => Promise<TResult>): Promise<TResult>;
}

/** A group that was brought back, who its members were, and which groups it was a member of. */
export interface RestoredGroup {
  readonly group: Group;
  readonly memberIds: readonly string[];
  readonly parentIds: readonly string[];
}

/** The writes of one change of a group. Costs follow the members named, never the size of the group. */
export interface GroupTransaction {
  /** @throws DomainError `conflict` when `uniqueName` is asked for and the displayName is taken. */
  insert(group: Group, options: { uniqueName: boolean }): Promise<void>;
  /** Reads the group and keeps others from changing it until the transaction ends. */
  lock(id: string): Promise<Group | undefined>;
  /** @throws DomainError `conflict` when `uniqueName` is asked for and the displayName is taken. */
  update(group: Group, options: { uniqueName: boolean }): Promise<void>;
  /** Writes the group's version and time of change only. */
  touch(group: Group): Promise<void>;
  /** Removes the group with its memberships and keeps a restorable copy. */
  delete(group: Group): Promise<void>;
  /**
   * Brings a deleted group back under its id, one version on and without memberships.
   * @returns undefined when no copy is kept.
   * @throws DomainError `conflict` when the displayName is taken.
   */
  restore(id: string): Promise<RestoredGroup | undefined>;
  /** Which of the ids are users or groups of the tenant; they are kept from being deleted until the transaction ends. */
  lockMembers(ids: readonly string[]): Promise<readonly MemberKey[]>;
  /**
   * Adds members that were locked and tells which were none before.
   * @throws DomainError `invalid_value` when a group would come to contain itself.
   */
  addMembers(groupId: string, members: readonly MemberKey[]): Promise<readonly MemberKey[]>;
  /** Removes members and tells which were some. */
  removeMembers(groupId: string, ids: readonly string[]): Promise<readonly MemberKey[]>;
  /** Removes all members but these and tells which were removed. */
  retainMembers(groupId: string, ids: readonly string[]): Promise<readonly MemberKey[]>;
  listMembers(groupId: string): Promise<readonly Member[]>;
  record(events: readonly NewEvent[]): Promise<void>;
}
