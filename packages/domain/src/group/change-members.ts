import type { Actor } from "../event/event.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import type { Group, MemberChange } from "./group.ts";
import type { GroupTransaction } from "./group-repository.ts";

interface MembersChange {
  /** The group as it will be after the change: its version goes into the events. */
  readonly group: Group;
  readonly changes: readonly MemberChange[];
  readonly actor: Actor;
}

/** Applies the changes in order and makes one event for each membership that began or ended. */
export async function changeMembers(transaction: GroupTransaction, request: MembersChange): Promise<NewEvent[]> {
  const { group, changes, actor } = request;
  const events: NewEvent[] = [];
  for (const change of changes) {
    const { removed, added } = await applyChange(transaction, group.id, change);
    for (const id of removed) events.push(memberEvent("group.member_removed", group, { id, actor }));
    for (const id of added) events.push(memberEvent("group.member_added", group, { id, actor }));
  }
  return events;
}

interface Difference {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

async function applyChange(transaction: GroupTransaction, groupId: string, change: MemberChange): Promise<Difference> {
  switch (change.kind) {
    case "add":
      return { removed: [], added: await transaction.addMembers(groupId, change.ids) };
    case "remove":
      return { removed: await transaction.removeMembers(groupId, change.ids), added: [] };
    case "replace": {
      const removed = await transaction.retainMembers(groupId, change.ids);
      return { removed, added: await transaction.addMembers(groupId, change.ids) };
    }
    case "removeWhere": {
      const matching = (await transaction.listMembers(groupId)).filter((member) => change.matches(member));
      return {
        removed: await transaction.removeMembers(
          groupId,
          matching.map((member) => member.id),
        ),
        added: [],
      };
    }
  }
}

function memberEvent(
  type: "group.member_added" | "group.member_removed",
  group: Group,
  member: { id: string; actor: Actor },
) {
  return newEvent(type, member.actor, {
    id: group.id,
    version: group.version,
    data: { groupId: group.id, memberId: member.id, memberType: "user" },
  });
}
