import type { GroupRepository, Member } from "@rollcall/domain";
import type { TenantAccess } from "../session/tenant-access.ts";
import { distinctKeys } from "./distinct-keys.ts";
import { groupFromRow } from "./group-row.ts";
import { groupLookups, manyGroupLookups } from "./group-lookups.ts";
import { groupTransaction } from "./group-transaction.ts";
import { listGroups } from "./list-groups.ts";
import { memberFromRow } from "./member-row.ts";
import { memberStatements } from "./member-statements.ts";

/** The groups of the tenant that `access` is bound to. */
export function createGroupRepository(access: TenantAccess): GroupRepository {
  const { tenantId, sees } = access;
  return {
    async find(id) {
      const [row] = await access.runAlone(groupLookups.id, { tenantId, sees, value: id });
      return row && groupFromRow(row);
    },

    async lookUp(by, values) {
      const keys = distinctKeys(by, values);
      if (keys.length === 0) return [];
      return (await access.runAlone(manyGroupLookups[by], { tenantId, sees, values: keys })).map(groupFromRow);
    },

    list: (query) => listGroups(access, query),

    async members(groupId, { afterId = null, count }) {
      const page = { tenantId, sees, groupId, afterId, count };
      return (await access.runAlone(memberStatements.page, page)).map(memberFromRow);
    },

    async membersOf(groupIds) {
      const members = new Map<string, Member[]>(groupIds.map((id) => [id, []]));
      if (groupIds.length === 0) return members;
      for (const row of await access.runAlone(memberStatements.ofGroups, { tenantId, sees, groupIds: [...groupIds] })) {
        members.get(row.group_id)?.push(memberFromRow(row));
      }
      return members;
    },

    transact: (work) => access.transact((session) => work(groupTransaction(session, access))),
  };
}
