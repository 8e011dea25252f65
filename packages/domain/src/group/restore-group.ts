import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import { changeMembers } from "./change-members.ts";
import type { Group } from "./group.ts";
import type { GroupRepository, GroupTransaction } from "./group-repository.ts";
import { type GroupRules, strictGroupRules } from "./group-rules.ts";

export interface GroupToRestore {
  readonly id: string;
  readonly actor: Actor;
}

/** Members that are gone meanwhile stay gone. */
const rules: GroupRules = { ...strictGroupRules, unknownMembers: "skip" };

/**
 * Undoes a deletion: the group is as it was, one version on, with those of its members, and in those of its groups, that
 * still exist.
 * @throws DomainError `not_found` when no copy is kept, `conflict` when its displayName was taken meanwhile.
 */
export async function restoreGroup(groups: GroupRepository, { id, actor }: GroupToRestore): Promise<Group> {
  return await groups.transact(async (transaction) => {
    const restored = await transaction.restore(id);
    if (restored === undefined) throw new DomainError({ code: "not_found", resource: "group", id });
    const { group, memberIds, parentIds } = restored;
    // Made first: in the feed, events of one transaction follow by id.
    const event = newEvent("group.restored", actor, { id, version: group.version, data: { group } });
    const parents = await lockInOrder(transaction, parentIds);
    const changes = [{ kind: "add", ids: memberIds }] as const;
    const joined = await changeMembers(transaction, { group, changes, rules, actor });
    const nested: NewEvent[] = [];
    for (const parent of parents) nested.push(...(await rejoin(transaction, parent, { id, actor })));
    await transaction.record([event, ...joined, ...nested]);
    return group;
  });
}

/** In the order of their ids, so that two who lock the same groups wait for each other in turn. */
async function lockInOrder(transaction: GroupTransaction, ids: readonly string[]): Promise<Group[]> {
  const locked: Group[] = [];
  for (const id of ids.toSorted()) {
    const group = await transaction.lock(id);
    if (group !== undefined) locked.push(group);
  }
  return locked;
}

async function rejoin(
  transaction: GroupTransaction,
  parent: Group,
  { id, actor }: GroupToRestore,
): Promise<readonly NewEvent[]> {
  const updatedAt = new Date(Math.max(Date.now(), parent.updatedAt.getTime()));
  const group = { ...parent, version: parent.version + 1, updatedAt };
  try {
    const events = await changeMembers(transaction, { group, changes: [{ kind: "add", ids: [id] }], rules, actor });
    if (events.length > 0) await transaction.touch(group);
    return events;
  } catch (error) {
    // The parent came to be inside the group meanwhile.
    if (error instanceof DomainError && error.refusal.code === "invalid_value") return [];
    throw error;
  }
}
