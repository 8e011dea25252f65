import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { changeMembers } from "./change-members.ts";
import { checkGroupDraft } from "./check-group-draft.ts";
import type { Group, GroupDraft, MemberChange } from "./group.ts";
import type { GroupRepository } from "./group-repository.ts";
import type { GroupRules } from "./group-rules.ts";

export interface GroupChange {
  readonly id: string;
  readonly actor: Actor;
  /** The version the caller saw last; another stored version refuses the change. */
  readonly ifVersion?: number | undefined;
  /** What it throws refuses the change. */
  readonly check?: ((current: Group) => void) | undefined;
  /** What the group shall be, given what it is. */
  readonly change: (current: Group) => GroupDraft;
  readonly members: readonly MemberChange[];
  readonly rules: GroupRules;
}

/**
 * Changes a group's attributes and members together. A change that changes nothing writes nothing.
 * @throws DomainError `not_found`, `version_mismatch`, `conflict`, `unknown_members`, `invalid_value`.
 */
export async function updateGroup(groups: GroupRepository, request: GroupChange): Promise<Group> {
  const { id, actor, ifVersion, check, change, members, rules } = request;
  return await groups.transact(async (transaction) => {
    const current = await transaction.lock(id);
    if (current === undefined) throw new DomainError({ code: "not_found", resource: "group", id });
    check?.(current);
    if (ifVersion !== undefined && ifVersion !== current.version) {
      throw new DomainError({ code: "version_mismatch", resource: "group", id });
    }
    const { displayName, externalId } = change(current);
    checkGroupDraft({ displayName, externalId });
    const updatedAt = new Date(Math.max(Date.now(), current.updatedAt.getTime()));
    const next: Group = { ...current, displayName, externalId, version: current.version + 1, updatedAt };
    const previous = previousValues(current, next);
    const renamed = Object.keys(previous).length > 0;
    const memberEvents = await changeMembers(transaction, { group: next, changes: members, rules, actor });
    if (!renamed && memberEvents.length === 0) return current;
    await (renamed ? transaction.update(next, { uniqueName: rules.uniqueNames }) : transaction.touch(next));
    const updated = newEvent("group.updated", actor, { id, version: next.version, data: { group: next, previous } });
    await transaction.record(renamed ? [updated, ...memberEvents] : memberEvents);
    return next;
  });
}

function previousValues(current: Group, next: Group): Partial<Group> {
  return {
    ...(current.displayName !== next.displayName && { displayName: current.displayName }),
    ...(current.externalId !== next.externalId && { externalId: current.externalId }),
  };
}
