import { DomainError, fold, type Group, type GroupTransaction, isId } from "@rollcall/domain";
import { asConflict } from "../session/database-error.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import { groupFromRow } from "./group-row.ts";
import { groupStatements } from "./group-statements.ts";
import { memberFromRow } from "./member-row.ts";
import { memberStatements } from "./member-statements.ts";
import { recordEvents, type TotalsDelta } from "./record-events.ts";

/** The writes of one change of a group, in the transaction of `session`. */
export function groupTransaction(session: Session, tenantId: string): GroupTransaction {
  let delta: TotalsDelta = {};

  return {
    async insert(group) {
      const { id, connectionId, origin, createdAt } = group;
      const key = { tenant_id: tenantId, id, connection_id: connectionId, origin, created_at: createdAt };
      const insert = queryBuilder.insertInto("groups").values({ ...key, ...groupValues(group) });
      await session.query(insert.compile()).catch(rethrowConflict(group));
      delta = { groups: 1 };
    },

    async lock(id) {
      const [row] = await session.run(groupStatements.lock, { tenantId, id });
      return row && groupFromRow(row);
    },

    async update(group) {
      const update = queryBuilder
        .updateTable("groups")
        .set(groupValues(group))
        .where("tenant_id", "=", tenantId)
        .where("id", "=", group.id);
      await session.query(update.compile()).catch(rethrowConflict(group));
    },

    async delete(group) {
      const members = await session.run(memberStatements.ofGroups, { tenantId, groupIds: [group.id] });
      const snapshot = JSON.stringify({ ...group, memberIds: members.map((member) => member.user_id) });
      const copy = { tenant_id: tenantId, resource_id: group.id, resource_type: "group", snapshot } as const;
      await session.query(queryBuilder.insertInto("deletions").values(copy).compile());
      await session.query(
        queryBuilder.deleteFrom("groups").where("tenant_id", "=", tenantId).where("id", "=", group.id).compile(),
      );
      delta = { groups: -1 };
    },

    async addMembers(groupId, ids) {
      if (ids.length === 0) return [];
      const userIds = await knownUsers(ids);
      const added = await session.run(groupStatements.addMembers, { tenantId, groupId, userIds });
      return added.map((row) => row.user_id);
    },

    async removeMembers(groupId, ids) {
      const userIds = ids.filter(isId);
      if (userIds.length === 0) return [];
      const removed = await session.run(groupStatements.removeMembers, { tenantId, groupId, userIds });
      return removed.map((row) => row.user_id);
    },

    async retainMembers(groupId, ids) {
      const removed = await session.run(groupStatements.retainMembers, {
        tenantId,
        groupId,
        userIds: ids.filter(isId),
      });
      return removed.map((row) => row.user_id);
    },

    async listMembers(groupId) {
      return (await session.run(memberStatements.ofGroups, { tenantId, groupIds: [groupId] })).map(memberFromRow);
    },

    async record(events) {
      await recordEvents(session, tenantId, { events, delta });
    },
  };

  /** The ids, each once and in the stored spelling; all must be users of the tenant before any becomes a member. */
  async function knownUsers(ids: readonly string[]): Promise<string[]> {
    const userIds = ids.filter(isId);
    const known = await session.run(groupStatements.lockUsers, { tenantId, userIds });
    const found = new Set(known.map((row) => row.id));
    const unknown = [...new Set(ids)].filter((id) => !found.has(id.toLowerCase()));
    if (unknown.length > 0) throw new DomainError({ code: "unknown_members", ids: unknown });
    return [...found];
  }
}

function groupValues({ externalId, displayName, version, updatedAt }: Group) {
  return {
    external_id: externalId,
    display_name: displayName,
    display_name_key: fold(displayName),
    version,
    updated_at: updatedAt,
  };
}

function rethrowConflict({ displayName }: Group): (error: unknown) => never {
  return (error) => {
    throw asConflict(error, { displayName });
  };
}
