import type { Operation } from "../workload/operation.ts";
import type { Directory, Oddity } from "./evidence.ts";

/**
 * Each membership is as the last acknowledged change of it says, or a later one that was not answered. Only one worker
 * changes it, one operation after the other, and it ends with its user and with its group.
 */
export function checkMembers(history: readonly Operation[], { users, groups }: Directory): Oddity[] {
  const memberships = new Map<string, Membership>();
  for (const operation of history) {
    for (const { groupId, userId, isMember } of memberChanges(operation)) {
      const key = `${groupId} ${userId}`;
      const before = memberships.get(key)?.possible ?? new Set([false]);
      const isKnown = operation.outcome.kind === "acknowledged";
      memberships.set(key, { groupId, userId, possible: new Set(isKnown ? [isMember] : [...before, isMember]) });
    }
  }
  return [...memberships.values()].flatMap(({ groupId, userId, possible }) => {
    const group = groups.get(groupId);
    if (group === undefined || !users.has(userId)) return [];
    const isMember = group.memberIds.has(userId);
    if (possible.has(isMember)) return [];
    return [{ what: `user ${userId} is ${isMember ? "a" : "no"} member of ${groupId}`, about: [groupId, userId] }];
  });
}

interface Membership {
  readonly groupId: string;
  readonly userId: string;
  readonly possible: ReadonlySet<boolean>;
}

interface MemberChange {
  readonly groupId: string;
  readonly userId: string;
  readonly isMember: boolean;
}

function memberChanges({ action, outcome }: Operation): MemberChange[] {
  if (outcome.kind === "refused") return [];
  if (action.kind === "create group") {
    const groupId = outcome.kind === "acknowledged" ? outcome.id : undefined;
    return groupId === undefined ? [] : action.add.map((userId) => ({ groupId, userId, isMember: true }));
  }
  if (action.kind !== "change group") return [];
  const { groupId, add, remove } = action;
  return [
    ...add.map((userId) => ({ groupId, userId, isMember: true })),
    ...remove.map((userId) => ({ groupId, userId, isMember: false })),
  ];
}
