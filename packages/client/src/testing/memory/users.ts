import { fold, type User, type UserKey, type UserReadOptions, type UserRepository, userText } from "@rollcall/domain";
import { listUsers } from "./list-users.ts";
import { leaveAll, withGroups } from "./memberships.ts";
import { putUser } from "./put-user.ts";
import { recordEvents } from "./record-events.ts";
import { removeUser } from "./remove-user.ts";
import { restoreUser } from "./restore-user.ts";
import { byId, rowById } from "./rows-by-id.ts";
import { takeDeletion } from "./take-deletion.ts";
import type { TenantAccess } from "./tenant-access.ts";
import type { TenantRows } from "./tenant-rows.ts";

export function createUserRepository(access: TenantAccess): UserRepository {
  return {
    insert: (user, event) =>
      access.write((rows) => {
        putUser(rows, user);
        recordEvents(rows, access, [event]);
      }),

    find: (id, options) => access.read((rows) => findUser(rows, id, options)),

    findText: (id, options) =>
      access.read((rows) => {
        const user = findUser(rows, id, options);
        return user && userText(user);
      }),

    findByExternalId: (connectionId, externalId) =>
      access.read((rows) => {
        const found = [...rows.users.values()].find(
          (user) => user.connectionId === connectionId && user.externalId === externalId,
        );
        return found && withGroups(rows, found);
      }),

    lookUp: (by, values) =>
      access.read((rows) => {
        const wanted = new Set(by === "externalId" ? values : values.map(fold));
        const found = byId(rows.users.values()).filter((user) => keysOf[by](user).some((key) => wanted.has(key)));
        return found.map((user) => withGroups(rows, user));
      }),

    list: (query, options) => access.read((rows) => listUsers(rows, query, options)),

    listTexts: (query, options) =>
      access.read((rows) => {
        const page = listUsers(rows, query, options);
        return { ...page, items: page.items.map(userText) };
      }),

    update: (current, next, event) =>
      access.write((rows) => {
        const stored = rows.users.get(current.id);
        if (stored === undefined || stored.version !== current.version) return false;
        putUser(rows, next);
        recordEvents(rows, access, [event]);
        return true;
      }),

    delete: (id, event) =>
      access.write((rows) => {
        const user = rowById(rows.users, id);
        if (user === undefined || !access.sees(user)) return false;
        recordEvents(rows, access, [event(removeUser(rows, user))]);
        return true;
      }),

    restore: (id, events) =>
      access.write((rows) => {
        const copy = takeDeletion(rows, { resourceType: "user", id, sees: access.sees });
        if (copy === undefined) return undefined;
        const restored = restoreUser(rows, copy.user, events);
        recordEvents(rows, access, restored.events);
        return restored.user;
      }),

    leaveGroups: (id, event) =>
      access.write((rows) => {
        const left = leaveAll(rows, id.toLowerCase());
        recordEvents(
          rows,
          access,
          left.map((group) => event(group, group.version)),
        );
      }),
  };
}

const keysOf = {
  id: ({ id }) => [id],
  userName: ({ userName }) => [fold(userName)],
  externalId: ({ externalId }) => (externalId === null ? [] : [externalId]),
  email: ({ profile }) => (profile.emails ?? []).flatMap(({ value }) => (value === undefined ? [] : [fold(value)])),
} as const satisfies Record<UserKey, (user: User) => string[]>;

function findUser(rows: TenantRows, id: string, { withGroups: isWithGroups = true }: UserReadOptions = {}) {
  const user = rowById(rows.users, id);
  return user && (isWithGroups ? withGroups(rows, user) : user);
}
