import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { type NewEvent, newEvent } from "../event/new-event.ts";
import type { Group, MemberChange, MemberKey } from "./group.ts";
import type { GroupTransaction } from "./group-repository.ts";
import type { GroupRules } from "./group-rules.ts";

interface MembersChange {
  /** The group as it will be after the change: its version goes into the events. */
  readonly group: Group;
  readonly changes: readonly MemberChange[];
  readonly rules: GroupRules;
  readonly actor: Actor;
}

/** Applies the changes in order and makes one event for each membership that began or ended. */
export async function changeMembers(transaction: GroupTransaction, request: MembersChange): Promise<NewEvent[]> {
  const { group, changes, rules, actor } = request;
  const events: NewEvent[] = [];
  for (const change of changes) {
    const { removed, added } = await applyChange(transaction, group.id, { change, rules });
    for (const member of removed) events.push(memberEvent("group.member_removed", group, { ...member, actor }));
    for (const member of added) events.push(memberEvent("group.member_added", group, { ...member, actor }));
  }
  return events;
}

interface Difference {
  readonly removed: readonly MemberKey[];
  readonly added: readonly MemberKey[];
}

async function applyChange(
  transaction: GroupTransaction,
  groupId: string,
  { change, rules }: { change: MemberChange; rules: GroupRules },
): Promise<Difference> {
  switch (change.kind) {
    case "add":
      return { removed: [], added: await addMembers(transaction, groupId, { ids: change.ids, rules }) };
    case "remove":
      return { removed: await transaction.removeMembers(groupId, change.ids), added: [] };
    case "replace": {
      const removed = await transaction.retainMembers(groupId, change.ids);
      return { removed, added: await addMembers(transaction, groupId, { ids: change.ids, rules }) };
    }
    case "removeWhere": {
      const matching = (await transaction.listMembers(groupId)).filter((member) => change.matches(member));
      const ids = matching.map((member) => member.id);
      return { removed: await transaction.removeMembers(groupId, ids), added: [] };
    }
  }
}

/** All members must exist before any is added, unless the rules let unknown ones go. */
async function addMembers(
  transaction: GroupTransaction,
  groupId: string,
  { ids, rules }: { ids: readonly string[]; rules: GroupRules },
): Promise<readonly MemberKey[]> {
  if (ids.length === 0) return [];
  const members = await transaction.lockMembers(ids);
  const known = new Set(members.map((member) => member.id));
  const unknown = [...new Set(ids)].filter((id) => !known.has(id.toLowerCase()));
  if (unknown.length > 0) {
    if (rules.unknownMembers === "refuse") throw new DomainError({ code: "unknown_members", ids: unknown });
    rules.onSkipped(unknown);
  }
  return await transaction.addMembers(groupId, members);
}

function memberEvent(
  type: "group.member_added" | "group.member_removed",
  group: Group,
  member: MemberKey & { actor: Actor },
): NewEvent {
  const data = { groupId: group.id, memberId: member.id, memberType: member.type };
  return newEvent(type, member.actor, { id: group.id, version: group.version, data });
}
