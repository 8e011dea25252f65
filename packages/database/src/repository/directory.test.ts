import {
  createGroup,
  createTenant,
  createUser,
  deleteUser,
  type Directory,
  DomainError,
  newId,
  updateGroup,
  updateUser,
  strictGroupRules,
  userAttributes,
  type UserDraft,
} from "@rollcall/domain";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../open-database.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
let database: Database;

beforeAll(() => {
  database = openDatabase({ databaseUrl: testDatabase.url });
});
afterAll(() => database.close());

async function newDirectory(): Promise<Directory> {
  const { tenant } = await createTenant(database.openPlatform().tenants, {
    name: "Acme",
    identityProvider: "okta",
    actor,
  });
  return database.openDirectory(tenant.id);
}

function draft(userName: string, rest: Partial<UserDraft> = {}): UserDraft {
  return {
    userName,
    externalId: null,
    active: true,
    profile: { emails: [{ value: userName, primary: true }] },
    ...rest,
  };
}

async function addUser(directory: Directory, userName: string, rest: Partial<UserDraft> = {}) {
  return await createUser(directory.users, { draft: draft(userName, rest), origin: "idp", connectionId: null, actor });
}

async function numberAll(tenantId: string) {
  let total = 0;
  for (
    let n = await database.sequencer.numberEvents(tenantId, 50);
    n > 0;
    n = await database.sequencer.numberEvents(tenantId, 50)
  )
    total += n;
  return total;
}

const team = {
  draft: { displayName: "Team", externalId: null },
  origin: "idp",
  connectionId: null,
  actor,
  rules: strictGroupRules,
} as const;

const firstPage = { start: { kind: "index", startIndex: 1 }, count: 100, withTotal: true } as const;

describe("users", () => {
  it("come back as they were written", async () => {
    const directory = await newDirectory();
    const profile = { name: { givenName: "Zoë", familyName: "O’Neil" }, enterprise: { manager: { value: "7" } } };
    const user = await addUser(directory, "Zoë@Example.com", { externalId: "00u1", profile });
    expect(await directory.users.find(user.id)).toEqual(user);
    expect(await directory.users.find(newId())).toBeUndefined();
  });

  it("refuse a userName that differs in case or in Unicode form only", async () => {
    const directory = await newDirectory();
    await addUser(directory, "Zoë@x.io");
    const twin = addUser(directory, "ZOE\u0308@x.io");
    await expect(twin).rejects.toMatchObject({ refusal: { code: "conflict", attribute: "userName" } });
    await expect(addUser(await newDirectory(), "zoë@x.io")).resolves.toMatchObject({ userName: "zoë@x.io" });
  });

  it("change by compare-and-set, and not at all when nothing differs", async () => {
    const directory = await newDirectory();
    const user = await addUser(directory, "a@x.io");
    const off = await updateUser(directory.users, {
      id: user.id,
      actor,
      change: (current) => ({ ...current, active: false }),
    });
    expect(off).toMatchObject({ active: false, version: 2 });
    const again = await updateUser(directory.users, {
      id: user.id,
      actor,
      change: (current) => ({ ...current, active: false }),
    });
    expect(again.version).toBe(2);
    const late = updateUser(directory.users, {
      id: user.id,
      actor,
      ifVersion: 1,
      change: (current) => ({ ...current, active: true }),
    });
    await expect(late).rejects.toMatchObject({ refusal: { code: "version_mismatch" } });
  });

  it("survive twenty changes at once, each applied", async () => {
    const directory = await newDirectory();
    const user = await addUser(directory, "a@x.io", { profile: { title: "" } });
    await Promise.all(
      Array.from({ length: 10 }, () =>
        updateUser(directory.users, {
          id: user.id,
          actor,
          change: (current) => ({ ...current, profile: { title: `${current.profile.title ?? ""}x` } }),
        }),
      ),
    );
    expect(await directory.users.find(user.id)).toMatchObject({ version: 11, profile: { title: "xxxxxxxxxx" } });
  });

  it("let one of many creators of a userName win", async () => {
    const directory = await newDirectory();
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => addUser(directory, "same@x.io")));
    const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refusals).toHaveLength(49);
    expect(refusals.every((error) => error instanceof DomainError && error.refusal.code === "conflict")).toBe(true);
  });

  it("are found by every attribute an identity provider looks up", async () => {
    const directory = await newDirectory();
    const ada = await addUser(directory, "Ada@x.io", {
      externalId: "E1",
      profile: { displayName: "Ada Łuk", emails: [{ value: "Ada.L@x.io" }, { value: "a%b@x.io" }] },
    });
    await addUser(directory, "bob@x.io", { externalId: "e1" });
    const find = async (name: keyof typeof userAttributes, value: string, operator: "eq" | "co" | "ne" = "eq") => {
      const where = { kind: "compare", attribute: userAttributes[name], operator, value } as const;
      return (await directory.users.list({ ...firstPage, where })).items.map((user) => user.userName);
    };
    expect(await find("userName", "aDA@X.io")).toEqual(["Ada@x.io"]);
    expect(await find("externalId", "E1")).toEqual(["Ada@x.io"]);
    expect(await find("id", ada.id)).toEqual(["Ada@x.io"]);
    expect(await find("id", "1")).toEqual([]);
    expect(await find("emails.value", "ADA.l@x.io")).toEqual(["Ada@x.io"]);
    expect(await find("emails.value", "%", "co")).toEqual(["Ada@x.io"]);
    expect(await find("displayName", "ADA ŁUK")).toEqual(["Ada@x.io"]);
    expect(await find("displayName", "nobody", "ne")).toEqual(["Ada@x.io", "bob@x.io"]);
  });
});

describe("lists", () => {
  it("give every user exactly once by index, with the exact total, while others come and go", async () => {
    const directory = await newDirectory();
    const users = [];
    for (let i = 0; i < 25; i++) users.push(await addUser(directory, `u${i}@x.io`));
    await numberAll(directory.tenantId);
    const page = (startIndex: number) =>
      directory.users.list({ start: { kind: "index", startIndex }, count: 10, withTotal: true });
    const first = await page(1);
    await deleteUser(directory.users, { id: users[0]?.id ?? "", actor });
    await addUser(directory, "new@x.io");
    const pages = [first, await page(11), await page(21)];
    const seen = pages.flatMap(({ items }) => items.map((user) => user.userName));
    expect(first.total).toBe(25);
    expect(seen.filter((name) => name !== "new@x.io")).toEqual(users.map((user) => user.userName));
    const { total, items } = await directory.users.list({
      start: { kind: "index", startIndex: 1 },
      count: 0,
      withTotal: true,
    });
    expect({ total, items }).toEqual({ total: 25, items: [] });
  });

  it("count filtered users and page by cursor", async () => {
    const directory = await newDirectory();
    for (let i = 0; i < 5; i++) await addUser(directory, `u${i}@x.io`, { active: i % 2 === 0 });
    const where = { kind: "compare", attribute: userAttributes.active, operator: "eq", value: true } as const;
    const page = await directory.users.list({
      where,
      start: { kind: "after", position: undefined },
      count: 2,
      withTotal: true,
    });
    expect(page).toMatchObject({ total: 3, next: { id: page.items[1]?.id } });
    const rest = await directory.users.list({
      where,
      start: { kind: "after", position: page.next },
      count: 2,
      withTotal: false,
    });
    expect(rest.items.map((user) => user.userName)).toEqual(["u4@x.io"]);
    const found = await directory.users.list({ ...firstPage, search: "U3" });
    expect(found.items.map((user) => user.userName)).toEqual(["u3@x.io"]);
  });
});

describe("groups", () => {
  it("keep members by delta, under parallel changes, exactly", async () => {
    const directory = await newDirectory();
    const users = await Promise.all(Array.from({ length: 30 }, (_, i) => addUser(directory, `m${i}@x.io`)));
    const ids = users.map((user) => user.id);
    const request = { ...team };
    const group = await createGroup(directory.groups, { ...request, memberIds: ids.slice(0, 10) });
    const keep = (current: { displayName: string; externalId: string | null }) => current;
    const step = (kind: "add" | "remove", id: string | undefined) =>
      updateGroup(directory.groups, {
        id: group.id,
        actor,
        change: keep,
        members: [{ kind, ids: [id ?? ""] }],
        rules: strictGroupRules,
      });
    await Promise.all([
      ...ids.slice(10).map((id) => step("add", id)),
      ...ids.slice(0, 5).map((id) => step("remove", id)),
    ]);
    const members = await directory.groups.members(group.id, { afterId: undefined, count: 100 });
    expect(members.map((member) => member.id).sort()).toEqual(ids.slice(5).sort());
    expect((await directory.groups.find(group.id))?.version).toBe(26);
  });

  it("name every unknown member, another tenant's among them, and change nothing", async () => {
    const directory = await newDirectory();
    const foreign = await addUser(await newDirectory(), "b@x.io");
    const own = await addUser(directory, "a@x.io");
    const memberIds = [own.id, foreign.id, "nope"];
    const request = { ...team, memberIds };
    await expect(createGroup(directory.groups, request)).rejects.toMatchObject({
      refusal: { code: "unknown_members", ids: [foreign.id, "nope"] },
    });
    expect((await directory.groups.list(firstPage)).total).toBe(0);
  });

  it("lose a deleted user, and say so in their version", async () => {
    const directory = await newDirectory();
    const user = await addUser(directory, "a@x.io");
    const request = { ...team, memberIds: [user.id] };
    const group = await createGroup(directory.groups, request);
    await deleteUser(directory.users, { id: user.id, actor });
    expect((await directory.groups.find(group.id))?.version).toBe(2);
    expect(await directory.groups.members(group.id, { afterId: undefined, count: 10 })).toEqual([]);
    await expect(addUser(directory, "a@x.io")).resolves.toMatchObject({ groups: [] });
  });
});

describe("a user's groups", () => {
  it("are read only when they are wanted", async () => {
    const directory = await newDirectory();
    const user = await addUser(directory, "a@x.io");
    await createGroup(directory.groups, { ...team, memberIds: [user.id] });
    expect((await directory.users.find(user.id))?.groups).toHaveLength(1);
    expect((await directory.users.find(user.id, { withGroups: false }))?.groups).toEqual([]);
    const listed = await directory.users.list(firstPage, { withGroups: false });
    expect(listed.items[0]?.groups).toEqual([]);
    const where = {
      kind: "compare",
      attribute: userAttributes["emails.value"],
      operator: "eq",
      value: "A@x.io",
    } as const;
    const found = await directory.users.list({ ...firstPage, where }, { withGroups: false });
    expect(found.items.map((item) => [item.id, item.groups])).toEqual([[user.id, []]]);
  });
});

describe("a returning person", () => {
  it("gets the old id back, without the old groups; an active one is refused", async () => {
    const directory = await newDirectory();
    const connectionId = newId();
    const add = (userName: string) =>
      createUser(directory.users, {
        draft: draft(userName, { externalId: "00u9" }),
        origin: "idp",
        connectionId,
        actor,
      });
    const user = await add("a@x.io");
    await createGroup(directory.groups, { ...team, memberIds: [user.id] });
    await expect(add("a2@x.io")).rejects.toMatchObject({ refusal: { code: "conflict", attribute: "externalId" } });
    await updateUser(directory.users, {
      id: user.id,
      actor,
      change: (current) => ({ ...current, active: false }),
    });
    expect(await add("a2@x.io")).toMatchObject({ id: user.id, active: true, userName: "a2@x.io", groups: [] });
  });
});

describe("events", () => {
  it("are numbered without gaps, in the order of each resource's versions, once", async () => {
    const directory = await newDirectory();
    const users = await Promise.all(Array.from({ length: 20 }, (_, i) => addUser(directory, `e${i}@x.io`)));
    const toggles = users.flatMap((user) =>
      [false, true].map((active) =>
        updateUser(directory.users, {
          id: user.id,
          actor,
          change: (current) => ({ ...current, active, profile: { title: String(active) } }),
        }),
      ),
    );
    await Promise.all([
      ...toggles,
      ...Array.from({ length: 10 }, () => database.sequencer.numberEvents(directory.tenantId, 7)),
    ]);
    await numberAll(directory.tenantId);
    const events = await directory.events.list({ after: 0, count: 1_000 });
    expect(events.map((event) => event.sequence)).toEqual(events.map((_, i) => i + 1));
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
    for (const user of users) {
      const versions = events.filter((event) => event.resourceId === user.id).map((event) => event.resourceVersion);
      expect(versions).toEqual(versions.map((_, i) => i + 1));
    }
    expect(await database.sequencer.pendingTenants(1_000)).not.toContain(directory.tenantId);
  });
});
