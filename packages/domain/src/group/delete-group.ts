import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import type { Group } from "./group.ts";
import type { GroupRepository } from "./group-repository.ts";

export interface GroupDeletion {
  readonly id: string;
  readonly actor: Actor;
  /** The version the caller saw last; another stored version refuses the deletion. */
  readonly ifVersion?: number | undefined;
  /** What it throws refuses the deletion. */
  readonly check?: ((group: Group) => void) | undefined;
}

/**
 * Deletes a group and ends its memberships; the members themselves stay as they are. A restorable copy is kept.
 * @throws DomainError `not_found`, `version_mismatch`.
 */
export async function deleteGroup(groups: GroupRepository, request: GroupDeletion): Promise<void> {
  const { id, actor, ifVersion, check } = request;
  await groups.transact(async (transaction) => {
    const group = await transaction.lock(id);
    if (group === undefined) throw new DomainError({ code: "not_found", resource: "group", id });
    check?.(group);
    if (ifVersion !== undefined && ifVersion !== group.version) {
      throw new DomainError({ code: "version_mismatch", resource: "group", id });
    }
    await transaction.delete(group);
    await transaction.record([newEvent("group.deleted", actor, { id, version: group.version, data: { group } })]);
  });
}
