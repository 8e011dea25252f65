import type { User, UserRepository } from "@rollcall/domain";
import type { TenantAccess } from "../session/tenant-access.ts";
import { asConflict } from "../session/database-error.ts";
import { deleteUser } from "./delete-user.ts";
import { eventColumns } from "./event-columns.ts";
import { leaveGroups } from "./leave-groups.ts";
import { listUsers } from "./list-users.ts";
import { userFromRow, userValues } from "./user-row.ts";
import { userStatements } from "./user-statements.ts";

/** The users of the tenant that `access` is bound to. */
export function createUserRepository(access: TenantAccess): UserRepository {
  const { tenantId } = access;
  return {
    async insert(user, event) {
      const { id, connectionId, origin } = user;
      const params = { tenantId, id, connectionId, origin, ...userValues(user), ...eventColumns(event) };
      await access.runAlone(userStatements.insert, params).catch(rethrowConflict(user));
    },

    async find(id) {
      const [row] = await access.runAlone(userStatements.find, { tenantId, id });
      return row && userFromRow(row);
    },

    async findByExternalId(connectionId, externalId) {
      const [row] = await access.runAlone(userStatements.findByExternalId, { tenantId, connectionId, externalId });
      return row && userFromRow(row);
    },

    list: (query) => listUsers(access, query),

    async update(next, event) {
      const params = {
        tenantId,
        id: next.id,
        expectedVersion: next.version - 1,
        ...userValues(next),
        ...eventColumns(event),
      };
      const written = await access.runAlone(userStatements.update, params).catch(rethrowConflict(next));
      return written.length === 1;
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
