import { fold, type Group, type GroupKey, type GroupRepository } from "@rollcall/domain";
import { groupFromRow } from "./group-from-row.ts";
import { groupTransaction } from "./group-transaction.ts";
import { listGroups } from "./list-groups.ts";
import { membersOf } from "./memberships.ts";
import { byId, rowById } from "./rows-by-id.ts";
import type { TenantAccess } from "./tenant-access.ts";

export function createGroupRepository(access: TenantAccess): GroupRepository {
  return {
    find: (id) =>
      access.read(({ groups }) => {
        const group = rowById(groups, id);
        return group && groupFromRow(group);
      }),

    lookUp: (by, values) =>
      access.read(({ groups }) => {
        const wanted = new Set(by === "externalId" ? values : values.map(fold));
        return byId(groups.values())
          .filter((group) => wanted.has(keyOf[by](group) ?? ""))
          .map(groupFromRow);
      }),

    list: (query) => access.read((rows) => listGroups(rows, query)),

    members: (groupId, { afterId, count }) =>
      access.read((rows) =>
        membersOf(rows, groupId)
          .filter(({ id }) => afterId === undefined || id > afterId.toLowerCase())
          .slice(0, count),
      ),

    membersOf: (groupIds) => access.read((rows) => new Map(groupIds.map((id) => [id, membersOf(rows, id)]))),

    transact: (work) => access.write((rows) => work(groupTransaction(rows, access))),
  };
}

const keyOf = {
  id: ({ id }) => id,
  displayName: ({ displayName }) => fold(displayName),
  externalId: ({ externalId }) => externalId,
} as const satisfies Record<GroupKey, (group: Group) => string | null>;
