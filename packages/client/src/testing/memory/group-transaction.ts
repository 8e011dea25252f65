import { DomainError, fold, type Group, type GroupTransaction } from "@rollcall/domain";
import { groupFromRow } from "./group-from-row.ts";
import { leaveAll, membersOf } from "./memberships.ts";
import { membersTransaction } from "./members-transaction.ts";
import { recordEvents } from "./record-events.ts";
import { rowById } from "./rows-by-id.ts";
import { takeDeletion } from "./take-deletion.ts";
import type { TenantAccess } from "./tenant-access.ts";
import type { TenantRows } from "./tenant-rows.ts";

/** The writes of one change of a group, on the draft of its transaction. */
export function groupTransaction(rows: TenantRows, access: TenantAccess): GroupTransaction {
  const { groups, deletions } = rows;
  return {
    insert: async (group, { uniqueName }) => put(group, uniqueName),

    async lock(id) {
      const group = rowById(groups, id);
      return group !== undefined && access.sees(group) ? groupFromRow(group) : undefined;
    },

    update: async (group, { uniqueName }) => put(group, uniqueName),

    async touch({ id, version, updatedAt }) {
      const group = groups.get(id);
      if (group !== undefined) groups.set(id, { ...group, version, updatedAt });
    },

    async delete({ id }) {
      const group = groups.get(id);
      if (group === undefined) return;
      const memberIds = membersOf(rows, id).map((member) => member.id);
      const parentIds = leaveAll(rows, id).map((parent) => parent.id);
      for (const [key, { groupId }] of rows.memberships) if (groupId === id) rows.memberships.delete(key);
      groups.delete(id);
      deletions.set(id, { id, resourceType: "group", deletedAt: new Date(), group, memberIds, parentIds });
    },

    async restore(id) {
      const copy = takeDeletion(rows, { resourceType: "group", id, sees: access.sees });
      if (copy === undefined) return undefined;
      const { uniqueName, ...former } = copy.group;
      const updatedAt = new Date(Math.max(Date.now(), former.updatedAt.getTime()));
      const group: Group = { ...former, version: former.version + 1, updatedAt };
      put(group, uniqueName);
      return { group, memberIds: copy.memberIds, parentIds: copy.parentIds };
    },

    ...membersTransaction(rows, access),

    record: async (events) => recordEvents(rows, access, events),
  };

  /** Asked for, a name must differ from all others, also from those that did not have to be unique. */
  function put(group: Group, uniqueName: boolean): void {
    const isTaken = [...groups.values()].some(
      ({ id, displayName }) => id !== group.id && fold(displayName) === fold(group.displayName),
    );
    if (uniqueName && isTaken) {
      throw new DomainError({ code: "conflict", attribute: "displayName", value: group.displayName });
    }
    groups.set(group.id, { ...structuredClone(group), uniqueName });
  }
}
