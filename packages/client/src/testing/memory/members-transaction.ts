import { DomainError, type GroupTransaction, type MemberKey } from "@rollcall/domain";
import { addMember, contains, membersOf, removeMember } from "./memberships.ts";
import type { TenantAccess } from "./tenant-access.ts";
import type { TenantRows } from "./tenant-rows.ts";

type MembersTransaction = Pick<
  GroupTransaction,
  "lockMembers" | "addMembers" | "removeMembers" | "retainMembers" | "listMembers"
>;

/** The part of a group's change that concerns its members. */
export function membersTransaction(rows: TenantRows, access: TenantAccess): MembersTransaction {
  return {
    async lockMembers(ids) {
      const distinct = [...new Set(ids.map((id) => id.toLowerCase()))].toSorted();
      return [...distinct.flatMap((id) => known(id, "user")), ...distinct.flatMap((id) => known(id, "group"))];
    },

    async addMembers(groupId, members) {
      const circular = members.find(({ id, type }) => type === "group" && contains(rows, id, groupId));
      if (circular !== undefined) {
        const reason = `the group ${circular.id} contains this one, or is it`;
        throw new DomainError({ code: "invalid_value", attribute: "members", reason });
      }
      return members.filter((member) => addMember(rows, groupId, member));
    },

    removeMembers: async (groupId, ids) => ids.flatMap((id) => removeMember(rows, groupId, id)),

    async retainMembers(groupId, ids) {
      const retained = new Set(ids.map((id) => id.toLowerCase()));
      const others = membersOf(rows, groupId).filter(({ id }) => !retained.has(id));
      return others.flatMap(({ id }) => removeMember(rows, groupId, id));
    },

    listMembers: async (groupId) => membersOf(rows, groupId),
  };

  function known(id: string, type: MemberKey["type"]): MemberKey[] {
    const found = type === "user" ? rows.users.get(id) : rows.groups.get(id);
    return found !== undefined && access.sees(found) ? [{ id, type }] : [];
  }
}
