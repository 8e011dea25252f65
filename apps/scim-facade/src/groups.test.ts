import { createGroup, createUser, strictGroupRules, updateConnection } from "@rollcall/domain";
import type { JsonObject } from "@rollcall/scim";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { idOf, type ScimClient, scimClient } from "./scim-client.fixture.ts";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const testDatabase = useDatabase();
let facade: ServedFacade;
let client: ScimClient;
let ids: string[];

beforeAll(async () => {
  facade = await serveFacade(testDatabase.url);
});
afterAll(() => facade.close());
beforeEach(async () => {
  const { token } = await facade.newTenant();
  client = scimClient(facade.url, token);
  ids = [];
  for (const n of [0, 1, 2, 3, 4]) ids.push(idOf(await client.send("POST", "/Users", { userName: `m${n}@x.io` })));
});

const patch = (...Operations: object[]): JsonObject => JSON.parse(JSON.stringify({ Operations }));
const id = (index: number): string => ids[index] ?? "";
const values = (...indexes: number[]) => indexes.map((index) => ({ value: id(index), display: null }));

async function newGroup(...members: number[]): Promise<string> {
  return idOf(await client.send("POST", "/Groups", { displayName: "Team", members: values(...members) }));
}

async function membersOf(group: string): Promise<number[]> {
  const { body } = await client.send("GET", `/Groups/${group}`);
  const members = Array.isArray(body?.["members"]) ? body["members"] : [];
  return members.map((member) => ids.indexOf(Object(member).value)).toSorted((a, b) => a - b);
}

describe("members", () => {
  /** before, operations, after */
  type Change = readonly [number[], (group: string) => object[], number[]];
  const changes: Readonly<Record<string, Change>> = {
    "removed by filter, then added (P3)": [
      [0, 1],
      () => [
        { op: "remove", path: `members[value eq "${id(0)}"]` },
        { op: "add", path: "members", value: values(2, 3) },
      ],
      [1, 2, 3],
    ],
    "replaced (P4)": [[0, 1], () => [{ op: "replace", path: "members", value: values(1, 4) }], [1, 4]],
    "replaced without path, id and name riding along (P5)": [
      [0],
      (group) => [{ op: "replace", value: { members: values(2), id: group, displayName: "Team" } }],
      [2],
    ],
    "all gone with an empty list": [[0, 1], () => [{ op: "replace", path: "members", value: [] }], []],
    "left alone by a rename (P2)": [
      [0, 1],
      (group) => [{ op: "replace", value: { id: group, displayName: "New" } }],
      [0, 1],
    ],
    "added twice and still there once": [
      [0],
      () => [
        { op: "add", path: "members", value: values(0, 1, 1) },
        { op: "Add", path: "members", value: values(1) },
      ],
      [0, 1],
    ],
    "removed by a list of values": [[0, 1, 2], () => [{ op: "Remove", path: "members", value: values(0, 2) }], [1]],
    "removed one by one in one request": [
      [0, 1, 2],
      () => [0, 2].map((index) => ({ op: "remove", path: `members[value eq "${id(index)}"]` })),
      [1],
    ],
    "removed by another attribute": [[0, 1], () => [{ op: "remove", path: 'members[display eq "M1@x.io"]' }], [0]],
    "all gone without a filter": [[0, 1], () => [{ op: "remove", path: "members" }], []],
    "given as a single object": [[], () => [{ op: "add", path: "members", value: { value: id(3) } }], [3]],
    "unchanged when nobody matches": [[0], () => [{ op: "remove", path: 'members[value eq "nobody"]' }], [0]],
  };

  it.each(Object.entries(changes))("are %s", async (_, [before, operations, after]) => {
    const group = await newGroup(...before);
    const answer = await client.send("PATCH", `/Groups/${group}`, patch(...operations(group)));
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty("members");
    expect(answer.body).toMatchObject({ id: group });
    expect(await membersOf(group)).toEqual(after);
  });

  it("are all there, once each, when they are more than are read at once", async () => {
    const { tenant, connection, token } = await facade.newTenant();
    const { users, groups } = facade.database.openDirectory(tenant.id);
    const pushed = { origin: "idp", connectionId: connection.id, actor: { kind: "system" } } as const;
    const memberIds: string[] = [];
    for (let n = 0; n < 2_000; n++) {
      const draft = { userName: `m${n}@x.io`, externalId: null, active: true, profile: {} };
      memberIds.push((await createUser(users, { ...pushed, draft })).id);
    }
    // A page that is not full, and one that is full and the last.
    for (const count of [1_500, 2_000]) {
      const group = await createGroup(groups, {
        ...pushed,
        draft: { displayName: `${count} members`, externalId: null },
        memberIds: memberIds.slice(0, count),
        rules: strictGroupRules,
      });
      const { body } = await scimClient(facade.url, token).send("GET", `/Groups/${group.id}`);
      const members = Array.isArray(body?.["members"]) ? body["members"] : [];
      expect(members.map((member) => Object(member).value)).toEqual(memberIds.slice(0, count));
      expect(body).toMatchObject({ id: group.id, displayName: `${count} members`, meta: { resourceType: "Group" } });
    }
  });

  it("are what a PUT says, and come back with display and $ref", async () => {
    const group = await newGroup(0, 1);
    const put = await client.send("PUT", `/Groups/${group}`, { displayName: "Team", members: values(1, 2) });
    expect(put.body?.["members"]).toEqual(
      [1, 2].map((index) => ({
        value: id(index),
        $ref: `${facade.url}/Users/${id(index)}`,
        display: `m${index}@x.io`,
        type: "User",
      })),
    );
    expect((await client.send("PUT", `/Groups/${group}`, { displayName: "Team" })).status).toBe(200);
    expect(await membersOf(group)).toEqual([]);
  });

  it("stay as they were when one operation of several is refused", async () => {
    const group = await newGroup(0);
    const operations = [
      { op: "add", path: "members", value: values(1) },
      { op: "replace", value: { displayName: "New" } },
      { op: "add", path: "members", value: [{ value: "unknown" }] },
    ];
    const answer = await client.send("PATCH", `/Groups/${group}`, patch(...operations));
    expect(answer.status).toBe(400);
    expect(answer.body?.["detail"]).toContain("unknown");
    expect(await membersOf(group)).toEqual([0]);
    expect((await client.send("GET", `/Groups/${group}`)).body).toMatchObject({
      displayName: "Team",
      meta: { version: 'W/"1"' },
    });
  });

  it("are left out when they are not wanted", async () => {
    const group = await newGroup(0);
    const list = await client.send("GET", "/Groups?excludedAttributes=members&filter=displayName%20eq%20%22team%22");
    expect(list.body).toMatchObject({ totalResults: 1, Resources: [{ id: group, displayName: "Team" }] });
    expect(JSON.stringify(list.body)).not.toContain("members");
    const asked = await client.send(
      "PATCH",
      `/Groups/${group}?attributes=members`,
      patch({ op: "add", path: "members", value: values(1) }),
    );
    expect(asked.body?.["members"]).toHaveLength(2);
  });

  it("show in the user's groups, and end with the user or the group", async () => {
    const group = await newGroup(0, 1);
    const user = await client.send("GET", `/Users/${id(0)}`);
    expect(user.body?.["groups"]).toEqual([
      { value: group, $ref: `${facade.url}/Groups/${group}`, display: "Team", type: "direct" },
    ]);
    await client.send("DELETE", `/Users/${id(0)}`);
    expect(await membersOf(group)).toEqual([1]);
    expect((await client.send("DELETE", `/Groups/${group}`)).status).toBe(204);
    expect((await client.send("GET", `/Groups/${group}`)).status).toBe(404);
    expect((await client.send("GET", `/Users/${id(1)}`)).body).not.toHaveProperty("groups");
    expect((await client.send("POST", "/Groups", { displayName: "Team" })).status).toBe(201);
  });

  it("are exact after fifty additions and removals at once", async () => {
    const group = await newGroup(0, 1);
    const more = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => idOf(await client.send("POST", "/Users", { userName: `n${n}@x.io` }))),
    );
    const operations = [
      ...more.map((value) => ({ op: "add", path: "members", value: [{ value }] })),
      { op: "remove", path: `members[value eq "${id(0)}"]` },
    ];
    const answers = await Promise.all(
      operations.map((operation) => client.send("PATCH", `/Groups/${group}`, patch(operation))),
    );
    expect(answers.filter((answer) => answer.status !== 200)).toEqual([]);
    const { body } = await client.send("GET", `/Groups/${group}`);
    const members = Array.isArray(body?.["members"]) ? body["members"].map((member) => Object(member).value) : [];
    expect(new Set(members)).toEqual(new Set([id(1), ...more]));
  });
});

describe("a group", () => {
  it("is renamed without clashing with itself, and never to a name that is taken", async () => {
    const group = await newGroup();
    await client.send("POST", "/Groups", { displayName: "Other" });
    expect((await client.send("PUT", `/Groups/${group}`, { displayName: "TEAM" })).status).toBe(200);
    const taken = await client.send(
      "PATCH",
      `/Groups/${group}`,
      patch({ op: "replace", value: { displayName: "other" } }),
    );
    expect([taken.status, taken.body?.["scimType"]]).toEqual([409, "uniqueness"]);
  });

  it("keeps Entra's externalId and ignores schemas it does not know", async () => {
    const body = {
      schemas: [
        "urn:ietf:params:scim:schemas:core:2.0:Group",
        "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
      ],
      externalId: "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159",
      displayName: "Entra",
    };
    const created = await client.send("POST", "/Groups", body);
    expect(created.body).toMatchObject({ externalId: body.externalId, displayName: "Entra" });
    const found = await client.send(
      "GET",
      `/Groups?filter=${encodeURIComponent(`externalId eq "${body.externalId}"`)}`,
    );
    expect(found.body).toMatchObject({ totalResults: 1 });
  });
});

describe("groups in groups", () => {
  const add = (value: string) => patch({ op: "add", path: "members", value: [{ value }] });
  const create = async (displayName: string, ...members: string[]) =>
    idOf(await client.send("POST", "/Groups", { displayName, members: members.map((value) => ({ value })) }));

  it("are members like users, and reach the users below them", async () => {
    const inner = await create("Inner", id(0));
    const middle = await create("Middle", inner, id(1));
    const outer = await create("Outer", middle);
    const { body } = await client.send("GET", `/Groups/${middle}`);
    const members = Array.isArray(body?.["members"]) ? body["members"] : [];
    expect(members).toHaveLength(2);
    expect(members).toContainEqual({
      value: inner,
      $ref: `${facade.url}/Groups/${inner}`,
      display: "Inner",
      type: "Group",
    });
    const user = await client.send("GET", `/Users/${id(0)}`);
    const groups = Array.isArray(user.body?.["groups"]) ? user.body["groups"] : [];
    expect(groups.map((group) => [Object(group).display, Object(group).type])).toEqual([
      ["Inner", "direct"],
      ["Middle", "indirect"],
      ["Outer", "indirect"],
    ]);
    const find = async (path: string, filter: string) =>
      Object((await client.send("GET", `${path}?filter=${encodeURIComponent(filter)}`)).body).totalResults;
    expect(await find("/Users", `groups.value eq "${outer}"`)).toBe(2);
    expect(await find("/Users", `groups[value eq "${outer}" and type eq "direct"]`)).toBe(0);
    expect(await find("/Groups", `members[value eq "${inner}" and type eq "group"]`)).toBe(1);
  });

  it("never contain themselves, even when two requests try at once", async () => {
    const [a, b, c] = [await create("A"), await create("B"), await create("C")];
    expect((await client.send("PATCH", `/Groups/${a}`, add(a))).status).toBe(400);
    expect((await client.send("PATCH", `/Groups/${a}`, add(b))).status).toBe(200);
    expect((await client.send("PATCH", `/Groups/${b}`, add(c))).status).toBe(200);
    const circle = await client.send("PATCH", `/Groups/${c}`, add(a));
    expect([circle.status, circle.body?.["scimType"]]).toEqual([400, "invalidValue"]);

    const ring = await Promise.all(Array.from({ length: 6 }, (_, n) => create(`R${n}`)));
    const answers = await Promise.all(
      ring.map((group, n) => client.send("PATCH", `/Groups/${group}`, add(ring[(n + 1) % ring.length] ?? ""))),
    );
    const statuses = answers.map((answer) => answer.status).toSorted((left, right) => left - right);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 400]);
  });

  it("leave their parents when they are removed or deleted", async () => {
    const inner = await create("Inner");
    const outer = await create("Outer", inner, id(0));
    await client.send("PATCH", `/Groups/${outer}`, patch({ op: "remove", path: `members[value eq "${inner}"]` }));
    expect(await membersOf(outer)).toEqual([0]);
    await client.send("PATCH", `/Groups/${outer}`, add(inner));
    const before = (await client.send("GET", `/Groups/${outer}`)).headers.get("etag");
    await client.send("DELETE", `/Groups/${inner}`);
    expect(await membersOf(outer)).toEqual([0]);
    expect((await client.send("GET", `/Groups/${outer}`)).headers.get("etag")).not.toBe(before);
  });
});

describe("a connection's settings", () => {
  async function withSettings(settings: { uniqueGroupNames?: boolean; unknownMembers?: "skip" }) {
    const { tenant, connection, token } = await facade.newTenant();
    const { connections } = facade.database.openDirectory(tenant.id);
    await updateConnection(connections, { id: connection.id, ...settings, actor: { kind: "system" } });
    return scimClient(facade.url, token);
  }

  it("may let names be used twice, and those then stay in the way of unique ones", async () => {
    const lax = await withSettings({ uniqueGroupNames: false });
    expect((await lax.send("POST", "/Groups", { displayName: "Twin" })).status).toBe(201);
    expect((await lax.send("POST", "/Groups", { displayName: "twin" })).status).toBe(201);
    expect((await client.send("POST", "/Groups", { displayName: "Twin" })).status).toBe(201);
    expect((await client.send("POST", "/Groups", { displayName: "twin" })).status).toBe(409);
  });

  it("may leave out members that do not exist, and log them", async () => {
    const lax = await withSettings({ unknownMembers: "skip" });
    const user = idOf(await lax.send("POST", "/Users", { userName: "known@x.io" }));
    const members = [{ value: user }, { value: "unknown" }];
    const created = await lax.send("POST", "/Groups", { displayName: "Team", members });
    expect(created.status).toBe(201);
    expect(created.body?.["members"]).toHaveLength(1);
    expect(facade.log.at(-1)).toContain('"memberIds":["unknown"]');
  });
});
