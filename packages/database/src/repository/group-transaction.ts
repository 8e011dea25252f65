import { DomainError, fold, type Group, type GroupTransaction } from "@rollcall/domain";
import { asConflict } from "../session/database-error.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import { groupFromRow } from "./group-row.ts";
import { groupStatements } from "./group-statements.ts";
import { lockGroupsOf } from "./lock-groups-of.ts";
import { memberStatements } from "./member-statements.ts";
import { membersTransaction } from "./members-transaction.ts";
import { recordEvents, type TotalsDelta } from "./record-events.ts";

/** The writes of one change of a group, in the transaction of `session`. */
export function groupTransaction(session: Session, tenantId: string): GroupTransaction {
  let delta: TotalsDelta = {};

  return {
    async insert(group, options) {
      const { id, connectionId, origin, createdAt } = group;
      const values = await groupValues(group, options);
      const key = { tenant_id: tenantId, id, connection_id: connectionId, origin, created_at: createdAt };
      const insert = queryBuilder.insertInto("groups").values({ ...key, ...values });
      await session.query(insert.compile()).catch(rethrowConflict(group));
      delta = { groups: 1 };
    },

    async lock(id) {
      const [row] = await session.run(groupStatements.lock, { tenantId, id });
      return row && groupFromRow(row);
    },

    async update(group, options) {
      const update = queryBuilder
        .updateTable("groups")
        .set(await groupValues(group, options))
        .where("tenant_id", "=", tenantId)
        .where("id", "=", group.id);
      await session.query(update.compile()).catch(rethrowConflict(group));
    },

    async touch({ id, version, updatedAt }) {
      await session.run(groupStatements.touch, { tenantId, id, version, updatedAt });
    },

    async delete(group) {
      await lockGroupsOf(session, tenantId, group.id);
      const members = await session.run(memberStatements.ofGroups, { tenantId, groupIds: [group.id] });
      const snapshot = JSON.stringify({ ...group, memberIds: members.map((member) => member.id) });
      const copy = { tenant_id: tenantId, resource_id: group.id, resource_type: "group", snapshot } as const;
      await session.query(queryBuilder.insertInto("deletions").values(copy).compile());
      await session.query(
        queryBuilder.deleteFrom("groups").where("tenant_id", "=", tenantId).where("id", "=", group.id).compile(),
      );
      delta = { groups: -1 };
    },

    ...membersTransaction(session, tenantId),

    async record(events) {
      await recordEvents(session, tenantId, { events, delta });
    },
  };

  async function groupValues(group: Group, { uniqueName }: { uniqueName: boolean }) {
    const nameKey = fold(group.displayName);
    if (uniqueName) {
      // The index guards against those that are unique as well; this against those that once did not have to be.
      const [other] = await session.run(groupStatements.sameName, { tenantId, id: group.id, nameKey });
      if (other !== undefined) throw nameConflict(group);
    }
    return {
      external_id: group.externalId,
      display_name: group.displayName,
      display_name_key: nameKey,
      unique_name_key: uniqueName ? nameKey : null,
      version: group.version,
      updated_at: group.updatedAt,
    };
  }
}

function nameConflict({ displayName }: Group): DomainError {
  return new DomainError({ code: "conflict", attribute: "displayName", value: displayName });
}

function rethrowConflict({ displayName }: Group): (error: unknown) => never {
  return (error) => {
    throw asConflict(error, { displayName });
  };
}
