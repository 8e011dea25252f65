import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { newId } from "../identity/id.ts";
import type { Origin } from "../user/user.ts";
import { changeMembers } from "./change-members.ts";
import { checkGroupDraft } from "./check-group-draft.ts";
import type { Group, GroupDraft } from "./group.ts";
import type { GroupRepository } from "./group-repository.ts";
import type { GroupRules } from "./group-rules.ts";

export interface NewGroup {
  readonly draft: GroupDraft;
  readonly memberIds: readonly string[];
  readonly origin: Origin;
  readonly connectionId: string | null;
  readonly actor: Actor;
  readonly rules: GroupRules;
}

/**
 * Adds a group with its first members, all or nothing.
 * @throws DomainError `conflict` when the displayName is taken, `unknown_members`, `invalid_value`.
 */
export async function createGroup(groups: GroupRepository, request: NewGroup): Promise<Group> {
  const { draft, memberIds, origin, connectionId, actor, rules } = request;
  checkGroupDraft(draft);
  const now = new Date();
  const group: Group = { ...draft, id: newId(), origin, connectionId, version: 1, createdAt: now, updatedAt: now };
  await groups.transact(async (transaction) => {
    await transaction.insert(group, { uniqueName: rules.uniqueNames });
    // Made first: in the feed, events of one transaction follow by id.
    const created = newEvent("group.created", actor, { id: group.id, version: group.version, data: { group } });
    const changes = [{ kind: "add", ids: memberIds }] as const;
    const memberEvents = await changeMembers(transaction, { group, changes, rules, actor });
    await transaction.record([created, ...memberEvents]);
  });
  return group;
}
