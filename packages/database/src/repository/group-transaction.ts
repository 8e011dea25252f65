import type { Group, GroupTransaction } from "@rollcall/domain";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { groupFromRow } from "./group-row.ts";
import { groupStatements } from "./group-statements.ts";
import { membersTransaction } from "./members-transaction.ts";
import { recordEvents, type TotalsDelta } from "./record-events.ts";
import { takeGroup } from "./take-group.ts";
import { deleteGroup, insertGroup, updateGroup } from "./write-group.ts";

/** The writes of one change of a group, in the transaction of `session`. */
export function groupTransaction(session: Session, access: TenantAccess): GroupTransaction {
  const { tenantId, sees } = access;
  let delta: TotalsDelta = {};

  return {
    async insert(group, { uniqueName }) {
      await insertGroup(session, tenantId, { group, uniqueName });
      delta = deltaOf(group, 1);
    },

    async lock(id) {
      const [row] = await session.run(groupStatements.lock, { tenantId, sees, id });
      return row && groupFromRow(row);
    },

    update: (group, { uniqueName }) => updateGroup(session, tenantId, { group, uniqueName }),

    async touch({ id, version, updatedAt }) {
      await session.run(groupStatements.touch, { tenantId, id, version, updatedAt });
    },

    async delete(group) {
      await deleteGroup(session, tenantId, group);
      delta = deltaOf(group, -1);
    },

    async restore(id) {
      const taken = await takeGroup(session, access, id);
      if (taken === undefined) return undefined;
      const { uniqueName, ...restored } = taken;
      await insertGroup(session, tenantId, { group: restored.group, uniqueName });
      delta = deltaOf(restored.group, 1);
      return restored;
    },

    ...membersTransaction(session, access),

    async record(events) {
      await recordEvents(session, access, { events, delta });
    },
  };
}

/** A transaction makes or deletes one group at most. */
function deltaOf({ origin }: Group, groups: 1 | -1): TotalsDelta {
  return origin === "platform" ? { groups, platformGroups: groups } : { groups };
}
