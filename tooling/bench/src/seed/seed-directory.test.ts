import { type Database, openDatabase } from "@rollcall/database";
import {
  createGroup,
  createTenant,
  createUser,
  deleteGroup,
  deleteUser,
  type Directory,
  groupAttributes,
  type ListQuery,
  type Predicate,
  strictGroupRules,
  updateGroup,
  updateUser,
  userAttributes,
} from "@rollcall/domain";
import { connectTo, useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drainOutbox } from "./drain-outbox.ts";
import { seedDirectory } from "./seed-directory.ts";
import { seededGroup } from "./seeded-group.ts";
import { seededUser } from "./seeded-user.ts";

const USERS = 120;
const GROUP_SIZES = [1, 10, 110];

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
let database: Database;
let seeded: Directory;
let made: Directory;

beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  const small = { name: "Other", users: 1 };
  const tenants = [small, { name: "Acme", users: USERS, groupSizes: GROUP_SIZES }, small];
  const [, acme] = await seedDirectory({ databaseUrl: testDatabase.url, tenants });
  seeded = database.openDirectory(acme?.tenantId ?? "", { sees: "idp" });
  made = await makeDirectory();
});
afterAll(() => database.close());

/** The same directory, made by an identity provider call by call. */
async function makeDirectory(): Promise<Directory> {
  const { tenants } = database.openPlatform();
  const { tenant, connection } = await createTenant(tenants, { name: "Acme", identityProvider: "okta", actor });
  const directory = database.openDirectory(tenant.id, { sees: "idp" });
  const by = { origin: "idp", connectionId: connection.id, actor: { kind: "connection", id: connection.id } } as const;
  const ids: string[] = [];
  for (let n = 1; n <= USERS; n++) ids.push((await createUser(directory.users, { ...by, draft: seededUser(n) })).id);
  for (const [index, size] of GROUP_SIZES.entries()) {
    const group = { ...by, draft: seededGroup(index + 1), memberIds: ids.slice(0, size), rules: strictGroupRules };
    await createGroup(directory.groups, group);
  }
  await drainOutbox(database.sequencer, tenant.id);
  return directory;
}

/** Both directories answer alike, if ids are told apart by where they occur first and times are left out. */
async function expectAlike(ask: (directory: Directory) => Promise<unknown>): Promise<void> {
  expect(anonymous(await ask(seeded))).toEqual(anonymous(await ask(made)));
}

function anonymous(answer: unknown): unknown {
  const ids = new Map<string, string>();
  const text = JSON.stringify(answer)
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => {
      const name = ids.get(id) ?? `id ${ids.size}`;
      ids.set(id, name);
      return name;
    })
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "a time");
  const parsed: unknown = JSON.parse(text);
  return parsed;
}

const all: ListQuery = { start: { kind: "index", startIndex: 1 }, count: 1_000, withTotal: true };

function compare(attribute: keyof typeof userAttributes, operator: "eq" | "sw", value: string | boolean): Predicate {
  return { kind: "compare", attribute: userAttributes[attribute], operator, value };
}

describe("a seeded directory is to the application what one made call by call is:", () => {
  it.each<[string, Partial<ListQuery>]>([
    ["all", {}],
    ["a page from the middle", { start: { kind: "index", startIndex: 41 }, count: 20 }],
    ["the total alone", { count: 0 }],
    ["by userName", { where: compare("userName", "eq", seededUser(77).userName.toUpperCase()) }],
    ["by externalId", { where: compare("externalId", "eq", seededUser(78).externalId ?? "") }],
    ["by e-mail", { where: compare("emails.value", "eq", seededUser(79).userName) }],
    ["by a name", { where: compare("name.familyName", "eq", "petrov") }],
    ["the inactive", { where: compare("active", "eq", false) }],
    ["ordered by userName", { order: { attribute: userAttributes.userName, direction: "ascending" } }],
    ["ordered by a name", { order: { attribute: userAttributes["name.familyName"], direction: "descending" } }],
    ["by free text", { search: "WANDA" }],
  ])("users, %s", async (_, query) => {
    await expectAlike(({ users }) => users.list({ ...all, ...query }));
  });

  it("groups and their members", async () => {
    await expectAlike(async ({ groups }) => {
      const page = await groups.list({
        ...all,
        order: { attribute: groupAttributes.displayName, direction: "ascending" },
      });
      const members = await Promise.all(
        page.items.map(({ id }) => groups.members(id, { afterId: undefined, count: 1_000 })),
      );
      return { page, members };
    });
  });

  it("the event feed", async () => {
    await expectAlike(({ events }) => events.list({ after: 0, count: 10_000 }));
  });

  it("and is still after changes", async () => {
    await expectAlike(async (directory) => {
      await change(directory);
      await drainOutbox(database.sequencer, directory.tenantId);
      return {
        users: await directory.users.list(all),
        groups: await directory.groups.list(all),
        events: await directory.events.list({ after: 0, count: 10_000 }),
      };
    });
  });

  it("row by row of every table", async () => {
    await using owner = await connectTo(testDatabase.url);
    const tables = await owner.query(
      "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'",
    );
    for (const [table] of tables) {
      const count = `select count(*)::int from ${String(table)} where tenant_id = $1`;
      expect([table, await owner.query(count, [seeded.tenantId])]).toEqual([
        table,
        await owner.query(count, [made.tenantId]),
      ]);
    }
  });
});

/** Whatever an identity provider does, to users and groups from all over the directory. */
async function change({ users, groups }: Directory): Promise<void> {
  const { items } = await users.list(all);
  const [first = "", second = "", ...others] = items.map(({ id }) => id);
  const last = others.at(-1) ?? "";
  await updateUser(users, { id: first, actor, change: (current) => ({ ...current, active: false }) });
  await updateUser(users, { id: last, actor, change: (current) => ({ ...current, userName: "renamed@example.com" }) });
  await deleteUser(users, { id: second, actor });
  await createUser(users, { draft: seededUser(USERS + 1), origin: "idp", connectionId: null, actor });
  const [one, ten] = (await groups.list(all)).items;
  await deleteGroup(groups, { id: one?.id ?? "", actor });
  await updateGroup(groups, {
    id: ten?.id ?? "",
    actor,
    change: (current) => current,
    members: [
      { kind: "remove", ids: [first] },
      { kind: "add", ids: [last] },
    ],
    rules: strictGroupRules,
  });
}
