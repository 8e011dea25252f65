import type { GroupRepository, Member } from "@rollcall/domain";
import type { TenantAccess } from "../session/tenant-access.ts";
import { groupFromRow } from "./group-row.ts";
import { groupLookups } from "./group-statements.ts";
import { groupTransaction } from "./group-transaction.ts";
import { listGroups } from "./list-groups.ts";
import { memberFromRow } from "./member-row.ts";
import { memberStatements } from "./member-statements.ts";

/** The groups of the tenant that `access` is bound to. */
export function createGroupRepository(access: TenantAccess): GroupRepository {
  const { tenantId } = access;
  return {
    async find(id) {
      const [row] = await access.runAlone(groupLookups.id, { tenantId, value: id });
      return row && groupFromRow(row);
    },

    list: (query) => listGroups(access, query),

    async members(groupId, { afterId = null, count }) {
      return (await access.runAlone(memberStatements.page, { tenantId, groupId, afterId, count })).map(memberFromRow);
    },

    async membersOf(groupIds) {
      const members = new Map<string, Member[]>(groupIds.map((id) => [id, []]));
      if (groupIds.length === 0) return members;
      for (const row of await access.runAlone(memberStatements.ofGroups, { tenantId, groupIds: [...groupIds] })) {
        members.get(row.group_id)?.push(memberFromRow(row));
      }
      return members;
    },

    transact: (work) => access.transact((session) => work(groupTransaction(session, tenantId))),
  };
}
