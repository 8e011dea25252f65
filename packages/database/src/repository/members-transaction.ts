import { DomainError, type GroupTransaction, isId, type MemberKey } from "@rollcall/domain";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { groupStatements } from "./group-statements.ts";
import { lockFeed } from "./lock-feed.ts";
import { memberFromRow } from "./member-row.ts";
import { memberStatements } from "./member-statements.ts";

/** Okta sends a hundred changes of members at a time. */
const MAX_SINGLE_REMOVALS = 100;

type MembersTransaction = Pick<
  GroupTransaction,
  "lockMembers" | "addMembers" | "removeMembers" | "retainMembers" | "listMembers"
>;

/** The part of a group's change that concerns its members. */
export function membersTransaction(
  session: Session,
  { tenantId, sees }: Pick<TenantAccess, "tenantId" | "sees">,
): MembersTransaction {
  return {
    async lockMembers(ids) {
      // Each once and in order: two requests that lock the same members then wait for each other in turn.
      const wanted = { tenantId, sees, ids: [...new Set(ids.filter(isId).map((id) => id.toLowerCase()))].toSorted() };
      const users = await session.run(groupStatements.lockUsers, wanted);
      // Most members are users: groups are looked for only when someone is missing.
      const groups = users.length < wanted.ids.length ? await session.run(groupStatements.lockGroups, wanted) : [];
      return [
        ...users.map(({ id }) => ({ id, type: "user" as const })),
        ...groups.map(({ id }) => ({ id, type: "group" as const })),
      ];
    },

    async addMembers(groupId, members) {
      const users = await addUsers(groupId, idsOf(members, "user"));
      return [...users, ...(await addGroups(groupId, idsOf(members, "group")))];
    },

    async removeMembers(groupId, ids) {
      const wanted = ids.filter(isId);
      if (wanted.length > MAX_SINGLE_REMOVALS) {
        return await session.run(groupStatements.removeMany, { tenantId, groupId, ids: wanted });
      }
      // All are sent at once. By its whole key a member costs the same in a group of any size, which the statement for
      // many cannot promise.
      const removed = wanted.map((id) => session.run(groupStatements.removeOne, { tenantId, groupId, id }));
      return (await Promise.all(removed)).flat();
    },

    retainMembers: (groupId, ids) => session.run(groupStatements.retain, { tenantId, groupId, ids: ids.filter(isId) }),

    async listMembers(groupId) {
      return (await session.run(memberStatements.ofGroups, { tenantId, sees, groupIds: [groupId] })).map(memberFromRow);
    },
  };

  async function addUsers(groupId: string, ids: string[]): Promise<MemberKey[]> {
    if (ids.length === 0) return [];
    const added = await session.run(groupStatements.addUsers, { tenantId, groupId, ids });
    return added.map(({ id }) => ({ id, type: "user" }));
  }

  async function addGroups(groupId: string, ids: string[]): Promise<MemberKey[]> {
    if (ids.length === 0) return [];
    // Two changes of nested groups at once could close a circle that neither sees.
    await lockFeed(session, tenantId);
    const [circular] = await session.run(groupStatements.containing, { tenantId, groupId, ids });
    if (circular !== undefined) {
      const reason = `the group ${circular.id} contains this one, or is it`;
      throw new DomainError({ code: "invalid_value", attribute: "members", reason });
    }
    const added = await session.run(groupStatements.addGroups, { tenantId, groupId, ids });
    return added.map(({ id }) => ({ id, type: "group" }));
  }
}

function idsOf(members: readonly MemberKey[], type: MemberKey["type"]): string[] {
  return members.filter((member) => member.type === type).map(({ id }) => id);
}
