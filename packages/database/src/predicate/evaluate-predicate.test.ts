import {
  type Attribute,
  compareForOrder,
  createGroup,
  createTenant,
  createUser,
  defineExtensionSchema,
  type Directory,
  evaluatePredicate,
  type Group,
  groupAttributes,
  isSortable,
  listAttribute,
  type Member,
  singleAttribute,
  strictGroupRules,
  updateUser,
  type User,
  userAttributes,
  type UserProfile,
} from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";
import { arbitraryPredicate, type Literals } from "./arbitrary-predicate.fixture.ts";
import { INDEXED_EMAILS } from "./users-with-email.ts";

const USERS = 40;
const actor = { kind: "system" } as const;
const urn = "urn:acme:1.0:User";

/** Texts that tempt: case, Unicode forms, order of UTF-16 and of UTF-8, what LIKE and JSON treat specially. */
const texts = [
  "",
  "a",
  "A",
  "b",
  "ab",
  "B%",
  "_",
  "\\",
  '"',
  "ß",
  "SS",
  "e\u0301",
  "É",
  "ﬀ",
  "😀",
  "\uffee",
  "\ud7ff",
  "\u{10ffff}",
  "work",
];

const extension = {
  [`extensions.${urn}.level`]: singleAttribute("number", "extensions", urn, "level"),
  [`extensions.${urn}.hired`]: singleAttribute("time", "extensions", urn, "hired"),
  [`extensions.${urn}.tags`]: listAttribute("text", "extensions", urn, "tags"),
};
const ofUsers: Readonly<Record<string, Attribute>> = { ...userAttributes, ...extension };

const testDatabase = useDatabase();
let database: Database;
let directory: Directory;
let users: readonly User[];
let groups: readonly (Group & { members: readonly Member[] })[];
let literals: Literals;

beforeAll(async () => {
  database = openDatabase({ databaseUrl: testDatabase.url });
  const { tenant } = await createTenant(database.openPlatform().tenants, {
    name: "A",
    identityProvider: "okta",
    actor,
  });
  directory = database.openDirectory(tenant.id);
  await defineExtension();
  const profiles = fc.sample(profile, { numRuns: USERS, seed: 7 });
  const ids: string[] = [];
  for (const [index, each] of profiles.entries()) ids.push(await addUser(index, each));
  await addGroups(ids);
  users = (await directory.users.list(everything)).items;
  const listed = (await directory.groups.list(everything)).items;
  const members = await directory.groups.membersOf(listed.map(({ id }) => id));
  groups = listed.map((group) => ({ ...group, members: members.get(group.id) ?? [] }));
  const some = [...users.slice(0, 3), ...groups];
  literals = {
    text: [...texts, ...some.flatMap(({ id }) => [id, id.toUpperCase()]), "direct", "Indirect", "USER", "home"],
    time: [new Date(0), ...users.slice(0, 5).map(({ createdAt }) => createdAt), new Date("2024-02-01T08:00:00.000Z")],
  };
});
afterAll(() => database.close());

const everything = { start: { kind: "index", startIndex: 1 }, count: 1_000, withTotal: true } as const;

const text = fc.constantFrom(...texts);
const optional = <TShape>(shape: { [TKey in keyof TShape]: fc.Arbitrary<TShape[TKey]> }) =>
  fc.record(shape, { requiredKeys: [] });
const value = optional({ value: text, display: text, type: text, primary: fc.boolean() });
const plural = fc.array(value, { maxLength: 3 });

const profile: fc.Arbitrary<UserProfile> = optional({
  name: optional({ formatted: text, familyName: text, givenName: text }),
  displayName: text,
  title: text,
  profileUrl: text,
  locale: text,
  // More than have an index each.
  emails: fc.array(value, { maxLength: INDEXED_EMAILS + 2 }),
  phoneNumbers: plural,
  photos: plural,
  roles: plural,
  addresses: fc.array(optional({ locality: text, country: text, type: text, primary: fc.boolean() }), { maxLength: 2 }),
  enterprise: optional({ department: text, manager: optional({ value: text, displayName: text }) }),
  extensions: fc.record({
    [urn]: fc.record({
      level: fc.integer({ min: 0, max: 4 }),
      hired: fc.constantFrom("2024-02-01T08:00:00.000Z", "2023-12-24T00:00:00.000Z"),
      tags: fc.array(text, { minLength: 1, maxLength: 3 }),
    }),
  }),
});

async function defineExtension(): Promise<void> {
  const plain = { description: "", required: false, caseExact: false, canonicalValues: [] };
  const rules = { mutability: "readWrite", returned: "default", uniqueness: "none" } as const;
  const attributes = [
    { ...plain, ...rules, name: "level", type: "integer", multiValued: false },
    { ...plain, ...rules, name: "hired", type: "dateTime", multiValued: false },
    { ...plain, ...rules, name: "tags", type: "string", multiValued: true },
  ] as const;
  await defineExtensionSchema(directory.extensionSchemas, {
    schema: { urn, name: "Acme", description: "", attributes },
    actor,
  });
}

async function addUser(index: number, userProfile: UserProfile): Promise<string> {
  const draft = {
    userName: `${texts[index % texts.length]?.trim() ?? ""}u${index}`,
    externalId: index % 3 === 0 ? null : `${index % 2 === 0 ? "E" : "e"}${index}`,
    active: index % 4 > 0,
    profile: userProfile,
  };
  const { id } = await createUser(directory.users, { draft, origin: "idp", connectionId: null, actor });
  if (index % 5 === 0) await updateUser(directory.users, { id, actor, change: (user) => ({ ...user, active: false }) });
  return id;
}

/** The first three groups are each in the next. */
async function addGroups(userIds: readonly string[]): Promise<void> {
  let below: string[] = [];
  for (const [index, displayName] of ["Team", "team É", "Straße", "Other"].entries()) {
    const memberIds = [...userIds.slice(index * 5, index * 5 + 7), ...below];
    const draft = { displayName, externalId: index === 1 ? "x" : null };
    const request = { origin: "idp", connectionId: null, actor, rules: strictGroupRules } as const;
    const group = await createGroup(directory.groups, { draft, memberIds, ...request });
    below = index < 2 ? [group.id] : [];
  }
}

describe("a predicate means the same in memory and in SQL", () => {
  it("over users", async () => {
    const property = fc.asyncProperty(arbitraryPredicate(ofUsers, literals), async (where) => {
      const inMemory = users.filter((user) => evaluatePredicate(where, user));
      const { items } = await directory.users.list({ ...everything, where }, { withGroups: false });
      expect(items.map(({ userName }) => userName)).toEqual(inMemory.map(({ userName }) => userName));
    });
    await fc.assert(property, { numRuns: 500 });
  });

  it("over groups with their members", async () => {
    const property = fc.asyncProperty(arbitraryPredicate(groupAttributes, literals), async (where) => {
      const inMemory = groups.filter((group) => evaluatePredicate(where, group));
      const { items } = await directory.groups.list({ ...everything, where });
      expect(items.map(({ displayName }) => displayName)).toEqual(inMemory.map(({ displayName }) => displayName));
    });
    await fc.assert(property, { numRuns: 300 });
  });
});

describe("an order is the same in memory and in SQL", () => {
  const sortable = Object.entries(ofUsers).filter(([, attribute]) => isSortable(attribute));

  it.each(sortable)("by %s", async (_, attribute) => {
    for (const direction of ["ascending", "descending"] as const) {
      const order = { attribute, direction };
      const { items } = await directory.users.list({ ...everything, order });
      const inMemory = users.toSorted((left, right) => compareForOrder(order, left, right));
      expect(items.map(({ userName }) => userName)).toEqual(inMemory.map(({ userName }) => userName));
    }
  });

  it.each(Object.entries(groupAttributes).filter(([, attribute]) => isSortable(attribute)))(
    "of groups by %s",
    async (_, attribute) => {
      const order = { attribute, direction: "descending" } as const;
      const { items } = await directory.groups.list({ ...everything, order });
      const inMemory = groups.toSorted((left, right) => compareForOrder(order, left, right));
      expect(items.map(({ id }) => id)).toEqual(inMemory.map(({ id }) => id));
    },
  );
});
