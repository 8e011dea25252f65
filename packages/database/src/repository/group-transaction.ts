import { DomainError, fold, type Group, type GroupTransaction } from "@rollcall/domain";
import { sql } from "kysely";
import { asConflict } from "../session/database-error.ts";
import { queryBuilder } from "../session/query-builder.ts";
import type { Session } from "../session/session.ts";
import type { TenantAccess } from "../session/tenant-access.ts";
import { groupFromRow } from "./group-row.ts";
import { groupStatements } from "./group-statements.ts";
import { advanceGroups, lockGroupsOf } from "./lock-groups.ts";
import { memberStatements } from "./member-statements.ts";
import { membersTransaction } from "./members-transaction.ts";
import { recordEvents, type TotalsDelta } from "./record-events.ts";
import { takeGroup } from "./take-group.ts";

/** The writes of one change of a group, in the transaction of `session`. */
export function groupTransaction(session: Session, access: TenantAccess): GroupTransaction {
  const { tenantId, sees } = access;
  let delta: TotalsDelta = {};

  return {
    insert,

    async lock(id) {
      const [row] = await session.run(groupStatements.lock, { tenantId, sees, id });
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
      const parents = await lockGroupsOf(session, tenantId, group.id);
      const members = await session.run(memberStatements.idsOf, { tenantId, groupId: group.id });
      const deleted = queryBuilder
        .deleteFrom("groups")
        .where("tenant_id", "=", tenantId)
        .where("id", "=", group.id)
        .returning(sql<boolean>`unique_name_key is not null`.as("uniqueName"));
      const [options] = await session.query(deleted.compile());
      await advanceGroups(session, tenantId, parents);
      const snapshot = JSON.stringify({
        ...group,
        ...options,
        memberIds: members.map(({ id }) => id),
        parentIds: parents.map(({ id }) => id),
      });
      const copy = { tenant_id: tenantId, resource_id: group.id, resource_type: "group", snapshot } as const;
      await session.query(queryBuilder.insertInto("deletions").values(copy).compile());
      delta = deltaOf(group, -1);
    },

    async restore(id) {
      const restored = await takeGroup(session, access, id);
      if (restored === undefined) return undefined;
      const { uniqueName, ...rest } = restored;
      await insert(rest.group, { uniqueName });
      return rest;
    },

    ...membersTransaction(session, access),

    async record(events) {
      await recordEvents(session, access, { events, delta });
    },
  };

  async function insert(group: Group, options: { uniqueName: boolean }): Promise<void> {
    const { id, connectionId, origin, createdAt } = group;
    const values = await groupValues(group, options);
    const key = { tenant_id: tenantId, id, connection_id: connectionId, origin, created_at: createdAt };
    const statement = queryBuilder.insertInto("groups").values({ ...key, ...values });
    await session.query(statement.compile()).catch(rethrowConflict(group));
    delta = deltaOf(group, 1);
  }

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

/** A transaction makes or deletes one group at most. */
function deltaOf({ origin }: Group, groups: 1 | -1): TotalsDelta {
  return origin === "platform" ? { groups, platformGroups: groups } : { groups };
}

function nameConflict({ displayName }: Group): DomainError {
  return new DomainError({ code: "conflict", attribute: "displayName", value: displayName });
}

function rethrowConflict({ displayName }: Group): (error: unknown) => never {
  return (error) => {
    throw asConflict(error, { displayName });
  };
}
