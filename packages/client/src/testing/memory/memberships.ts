import type { GroupReference, Member, MemberKey, User } from "@rollcall/domain";
import { byId } from "./rows-by-id.ts";
import type { TenantRows } from "./tenant-rows.ts";

type Graph = Pick<TenantRows, "groups" | "memberships">;

/** The user with the groups it is in: its own, and those that contain a group of its own. */
export function withGroups(graph: Graph, user: User): User {
  const direct = new Set(groupsContaining(graph, user.id));
  const groups = byId(allContaining(graph, direct)).map(({ id, displayName }): GroupReference => {
    return { id, displayName, type: direct.has(id) ? "direct" : "indirect" };
  });
  return { ...user, groups };
}

/** The ids of the groups that a user or a group is itself a member of, in order. */
export function groupsContaining({ memberships }: Graph, memberId: string): string[] {
  const containing = [...memberships.values()].filter(({ id }) => id === memberId);
  return containing.map(({ groupId }) => groupId).toSorted();
}

/** Whether one group is the other, or contains it however deep. */
export function contains(graph: Graph, groupId: string, other: string): boolean {
  return allContaining(graph, new Set([other])).some(({ id }) => id === groupId);
}

function allContaining(graph: Graph, groupIds: ReadonlySet<string>) {
  const reached = new Set(groupIds);
  // A set hands out what is added to it while it is read.
  for (const id of reached) for (const above of groupsContaining(graph, id)) reached.add(above);
  return [...reached].flatMap((id) => graph.groups.get(id) ?? []);
}

/** A group's members in the order of their ids. */
export function membersOf({ users, groups, memberships }: TenantRows, groupId: string): Member[] {
  const members = [...memberships.values()].filter((membership) => membership.groupId === groupId.toLowerCase());
  return byId(members).map(({ id, type }) => ({ id, type, display: display(type, id) }));

  function display(type: Member["type"], id: string): string {
    if (type === "group") return groups.get(id)?.displayName ?? "";
    const user = users.get(id);
    return user?.profile.displayName ?? user?.userName ?? "";
  }
}

/** @returns whether it was no member before. */
export function addMember({ memberships }: Graph, groupId: string, { id, type }: MemberKey): boolean {
  const key = membershipKey(groupId, id);
  if (memberships.has(key)) return false;
  memberships.set(key, { groupId, id, type });
  return true;
}

/** @returns the member that was one. */
export function removeMember({ memberships }: Graph, groupId: string, memberId: string): MemberKey[] {
  const key = membershipKey(groupId, memberId);
  const found = memberships.get(key);
  memberships.delete(key);
  return found === undefined ? [] : [{ id: found.id, type: found.type }];
}

/** Ends every membership of a user or group, and gives each of its groups the next version. @returns those groups. */
export function leaveAll(rows: TenantRows, memberId: string) {
  return groupsContaining(rows, memberId).flatMap((groupId) => {
    removeMember(rows, groupId, memberId);
    return bumpVersion(rows, groupId);
  });
}

/** For a group whose members changed. @returns it as it is then. */
export function bumpVersion({ groups }: Graph, groupId: string) {
  const group = groups.get(groupId);
  if (group === undefined) return [];
  const bumped = { ...group, version: group.version + 1, updatedAt: new Date() };
  groups.set(groupId, bumped);
  return [bumped];
}

function membershipKey(groupId: string, memberId: string): string {
  return `${groupId.toLowerCase()}/${memberId.toLowerCase()}`;
}
