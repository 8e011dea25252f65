import { createGroup, createTenant, createUser, type Directory, deleteUser, strictGroupRules } from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
let database: Database;
let directory: Directory;
let connectionId: string;
let observer: Client;

beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  const { tenants } = database.openPlatform();
  const { tenant, connection } = await createTenant(tenants, { name: "Acme", identityProvider: "okta", actor });
  directory = database.openDirectory(tenant.id);
  connectionId = connection.id;
  observer = new Client({ connectionString: testDatabase.url });
  await observer.connect();
});
afterAll(async () => {
  await observer.end();
  await database.close();
});

it.each([
  ["deleting a user", (userId: string) => deleteUser(directory.users, { id: userId, actor })],
  ["ending a user's memberships", leave],
])("%s ends a membership that comes while it waits, and the group's version tells", async (_, end) => {
  const made = { origin: "idp", connectionId, actor } as const;
  const draft = { userName: `ada-${Math.random()}`, externalId: null, active: true, profile: {} };
  const user = await createUser(directory.users, { draft, ...made });
  const group = await createGroup(directory.groups, {
    draft: { displayName: `Staff of ${user.userName}`, externalId: null },
    memberIds: [],
    ...made,
    rules: strictGroupRules,
  });

  const commit = Promise.withResolvers<undefined>();
  const added = Promise.withResolvers<undefined>();
  const adding = directory.groups.transact(async (transaction) => {
    await transaction.lock(group.id);
    await transaction.addMembers(group.id, await transaction.lockMembers([user.id]));
    await transaction.touch({ ...group, version: 2 });
    added.resolve(undefined);
    await commit.promise;
  });
  await added.promise;
  const ending = end(user.id);
  await expect.poll(waiters).toBe(1);
  commit.resolve(undefined);
  await Promise.all([adding, ending]);

  expect(await directory.groups.members(group.id, { afterId: undefined, count: 10 })).toEqual([]);
  expect(await directory.groups.find(group.id)).toMatchObject({ version: 3 });
});

/** How many sessions wait for a lock that another one holds. */
async function waiters(): Promise<number> {
  const { rows } = await observer.query<{ count: number }>(
    "select count(*)::integer as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows[0]?.count ?? 0;
}

async function leave(userId: string): Promise<void> {
  await directory.users.leaveGroups(userId, (group, version) => ({
    id: crypto.randomUUID(),
    type: "group.member_removed",
    resourceType: "group",
    resourceId: group.id,
    resourceVersion: version,
    actor,
    data: { groupId: group.id, memberId: userId, memberType: "user" },
  }));
}
