import type { User, UserRepository } from "@rollcall/domain";
import type { TenantAccess } from "../session/tenant-access.ts";
import { asConflict } from "../session/database-error.ts";
import { deleteUser } from "./delete-user.ts";
import { distinctKeys } from "./distinct-keys.ts";
import { eventColumns } from "./event-columns.ts";
import { leaveGroups } from "./leave-groups.ts";
import { listUserTexts, listUsers } from "./list-users.ts";
import { readGroups } from "./read-groups.ts";
import { restoreUser } from "./restore-user.ts";
import { manyUserLookups, userLookups } from "./user-lookups.ts";
import { type FoundUser, userFromRow, type UserRow, userTextFromRow } from "./user-row.ts";
import { userValues } from "./user-values.ts";
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
      const { id: byId } = userLookups[withGroups ? "user" : "bare-user"];
      return await firstUser(access.runAlone(byId, { tenantId, sees, value: id }));
    },

    async findText(id, { withGroups = true } = {}) {
      const { id: byId } = userLookups[withGroups ? "user-text" : "bare-user-text"];
      const [row] = await access.runAlone(byId, { tenantId, sees, value: id });
      return row && userTextFromRow(row, (await groupsOf([row]))(row));
    },

    async findByExternalId(connectionId, externalId) {
      const key = { tenantId, sees, connectionId, externalId };
      return await firstUser(access.runAlone(userStatements.findByExternalId, key));
    },

    async lookUp(by, values) {
      const keys = distinctKeys(by, values);
      if (keys.length === 0) return [];
      return await users(access.runAlone(manyUserLookups[by], { tenantId, sees, values: keys }));
    },

    list: (query, options) => listUsers(access, query, options),
    listTexts: (query, options) => listUserTexts(access, query, options),

    async update(current, next, event) {
      const key = { tenantId, sees, id: next.id, expectedVersion: current.version };
      const params = { ...key, active: next.active, updatedAt: next.updatedAt, ...eventColumns(event) };
      const change = { current, next, event, wrote: (rows: readonly unknown[]) => rows.length === 1 };
      if (differInActiveOnly(current, next)) {
        return await writeUser(access, { ...change, statement: userStatements.setActive, params });
      }
      const write = { ...change, statement: userStatements.update, params: { ...params, ...userValues(next) } };
      return await writeUser(access, write).catch(rethrowConflict(next));
    },

    delete: (id, event) => access.transact((session) => deleteUser(session, access, { id, event })),

    restore: (id, events) => access.transact((session) => restoreUser(session, access, { id, events })),

    leaveGroups: (id, event) => access.transact((session) => leaveGroups(session, access, { id, event })),
  };

  async function users(found: Promise<UserRow[]>): Promise<User[]> {
    const rows = await found;
    const groupsOfEach = await groupsOf(rows);
    return rows.map((row) => userFromRow(row, groupsOfEach(row)));
  }

  function groupsOf<TRow extends FoundUser>(rows: readonly TRow[]) {
    return readGroups(rows, { tenantId, sees, run: access.runAlone });
  }

  async function firstUser(found: Promise<UserRow[]>): Promise<User | undefined> {
    return (await users(found))[0];
  }
}

function differInActiveOnly(current: User, next: User): boolean {
  return (
    current.userName === next.userName &&
    current.externalId === next.externalId &&
    JSON.stringify(current.profile) === JSON.stringify(next.profile)
  );
}

function rethrowConflict({ userName, externalId }: User): (error: unknown) => never {
  return (error) => {
    throw asConflict(error, { userName, externalId });
  };
}
