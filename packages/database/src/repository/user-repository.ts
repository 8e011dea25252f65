import type { User, UserRepository } from "@rollcall/domain";
import type { TenantAccess } from "../session/tenant-access.ts";
import { asConflict } from "../session/database-error.ts";
import { deleteUser } from "./delete-user.ts";
import { eventColumns } from "./event-columns.ts";
import { leaveGroups } from "./leave-groups.ts";
import { listUsers } from "./list-users.ts";
import { userFromRow, userValues } from "./user-row.ts";
import { bareUserLookups, userLookups, userStatements } from "./user-statements.ts";
import { writeUser } from "./write-user.ts";

/** The users of the tenant that `access` is bound to. */
export function createUserRepository(access: TenantAccess): UserRepository {
  const { tenantId } = access;
  return {
    async insert(user, event) {
      const { id, connectionId, origin } = user;
      const params = { tenantId, id, connectionId, origin, ...userValues(user), ...eventColumns(event) };
      const write = { statement: userStatements.insert, params, next: user, wrote: () => true };
      await writeUser(access, write).catch(rethrowConflict(user));
    },

    async find(id, { withGroups = true } = {}) {
      const { id: byId } = withGroups ? userLookups : bareUserLookups;
      const [row] = await access.runAlone(byId, { tenantId, value: id });
      return row && userFromRow(row);
    },

    async findByExternalId(connectionId, externalId) {
      const [row] = await access.runAlone(userStatements.findByExternalId, { tenantId, connectionId, externalId });
      return row && userFromRow(row);
    },

    list: (query, options) => listUsers(access, query, options),

    async update(current, next, event) {
      const params = {
        tenantId,
        id: next.id,
        expectedVersion: current.version,
        ...userValues(next),
        ...eventColumns(event),
      };
      const statement = userStatements.update;
      const write = { statement, params, current, next, wrote: (rows: readonly unknown[]) => rows.length === 1 };
      return await writeUser(access, write).catch(rethrowConflict(next));
    },

    delete: (id, event) => access.transact((session) => deleteUser(session, tenantId, { id, event })),

    leaveGroups: (id, event) => access.transact((session) => leaveGroups(session, tenantId, { id, event })),
  };
}

function rethrowConflict({ userName, externalId }: User): (error: unknown) => never {
  return (error) => {
    throw asConflict(error, { userName, externalId });
  };
}
