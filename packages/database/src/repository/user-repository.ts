import type { User, UserRepository } from "@rollcall/domain";
import type { TenantAccess } from "../session/tenant-access.ts";
import { asConflict } from "../session/database-error.ts";
import { deleteUser } from "./delete-user.ts";
import { distinctKeys } from "./distinct-keys.ts";
import { eventColumns } from "./event-columns.ts";
import { leaveGroups } from "./leave-groups.ts";
import { listUsers } from "./list-users.ts";
import { restoreUser } from "./restore-user.ts";
import { bareUserLookups, manyUserLookups, userLookups } from "./user-lookups.ts";
import { userFromRow, userValues } from "./user-row.ts";
import { userStatements } from "./user-statements.ts";
import { writeUser } from "./write-user.ts";

/** The users of the tenant that `access` is bound to. */
export function createUserRepository(access: TenantAccess): UserRepository {
  const { tenantId, sees } = access;
  return {
    async insert(user, event) {
      const { id, connectionId, origin, version, createdAt } = user;
      const key = { tenantId, id, connectionId, origin, version, createdAt };
      const params = { ...key, ...userValues(user), ...eventColumns(event) };
      const write = { statement: userStatements.insert, params, next: user, event, wrote: () => true };
      await writeUser(access, write).catch(rethrowConflict(user));
    },

    async find(id, { withGroups = true } = {}) {
      const { id: byId } = withGroups ? userLookups : bareUserLookups;
      const [row] = await access.runAlone(byId, { tenantId, sees, value: id });
      return row && userFromRow(row);
    },

    async findByExternalId(connectionId, externalId) {
      const key = { tenantId, sees, connectionId, externalId };
      const [row] = await access.runAlone(userStatements.findByExternalId, key);
      return row && userFromRow(row);
    },

    async lookUp(by, values) {
      const keys = distinctKeys(by, values);
      if (keys.length === 0) return [];
      return (await access.runAlone(manyUserLookups[by], { tenantId, sees, values: keys })).map(userFromRow);
    },

    list: (query, options) => listUsers(access, query, options),

    async update(current, next, event) {
      const params = {
        tenantId,
        sees,
        id: next.id,
        expectedVersion: current.version,
        ...userValues(next),
        ...eventColumns(event),
      };
      const statement = userStatements.update;
      const write = { statement, params, current, next, event, wrote: (rows: readonly unknown[]) => rows.length === 1 };
      return await writeUser(access, write).catch(rethrowConflict(next));
    },

    delete: (id, event) => access.transact((session) => deleteUser(session, access, { id, event })),

    restore: (id, events) => access.transact((session) => restoreUser(session, access, { id, events })),

    leaveGroups: (id, event) => access.transact((session) => leaveGroups(session, access, { id, event })),
  };
}

function rethrowConflict({ userName, externalId }: User): (error: unknown) => never {
  return (error) => {
    throw asConflict(error, { userName, externalId });
  };
}
