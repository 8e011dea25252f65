import { createGroup, createUser, deleteUser, type Directory, strictGroupRules } from "@rollcall/domain";
import type { JsonObject } from "@rollcall/scim";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { idOf, type ScimClient, scimClient } from "./scim-client.fixture.ts";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const testDatabase = useDatabase();
const actor = { kind: "system" } as const;
const random = "00000000-0000-7000-8000-000000000000";
let facade: ServedFacade;
let client: ScimClient;
/** The platform's view of the tenant. */
let directory: Directory;
/** What the platform made. */
let user: string;
let group: string;

beforeAll(async () => {
  facade = await serveFacade(testDatabase.url);
});
afterAll(() => facade.close());
beforeEach(async () => {
  const { tenant, token } = await facade.newTenant();
  client = scimClient(facade.url, token);
  directory = facade.database.openDirectory(tenant.id);
  const made = { origin: "platform", connectionId: null, actor } as const;
  const draft = { userName: "ours@x.io", externalId: "X1", active: true, profile: { title: "Ours" } };
  user = (await createUser(directory.users, { draft, ...made })).id;
  const named = { draft: { displayName: "Ours", externalId: "X1" }, memberIds: [user], rules: strictGroupRules };
  group = (await createGroup(directory.groups, { ...named, ...made })).id;
});

async function listed(path: string): Promise<unknown[]> {
  const { body } = await client.send("GET", path);
  const resources = Array.isArray(body?.["Resources"]) ? body["Resources"] : [];
  return [body?.["totalResults"], ...resources.map((resource) => Object(resource).id)];
}

const filtered = (path: string, filter: string) => `${path}?filter=${encodeURIComponent(filter)}`;

describe("what the platform made itself", () => {
  const deactivate = { Operations: [{ op: "replace", value: { active: false } }] };
  const rename = { Operations: [{ op: "replace", value: { displayName: "Theirs" } }] };

  it.each([
    { path: "/Users", id: () => user, put: { userName: "stolen@x.io" }, patch: deactivate },
    { path: "/Groups", id: () => group, put: { displayName: "Stolen" }, patch: rename },
  ])("answers in $path like what never was, and stays as it is", async ({ path, id, put, patch }) => {
    const state = async () => [await directory.users.find(user), await directory.groups.find(group)];
    const before = await state();
    for (const [method, body] of [["GET"], ["PUT", put], ["PATCH", patch], ["DELETE"]] as const) {
      const real = await client.send(method, `${path}/${id()}`, body);
      const never = await client.send(method, `${path}/${random}`, body);
      expect(real.status).toBe(404);
      expect(JSON.stringify(real.body).replace(id(), random)).toBe(JSON.stringify(never.body));
    }
    expect(await state()).toEqual(before);
  });

  it("is in no list, no total, no filter, no search and no query of the root", async () => {
    const theirs = idOf(await client.send("POST", "/Users", { userName: "theirs@x.io", title: "Ours" }));
    const theirGroup = idOf(await client.send("POST", "/Groups", { displayName: "Theirs" }));
    expect(await listed("/Users")).toEqual([1, theirs]);
    expect(await listed("/Users?count=0")).toEqual([1]);
    expect(await listed("/Users?sortBy=userName&startIndex=1&count=1")).toEqual([1, theirs]);
    expect(await listed("/Groups")).toEqual([1, theirGroup]);
    expect(await listed("/")).toEqual([2, theirs, theirGroup]);
    for (const filter of [`id eq "${user}"`, 'userName eq "ours@x.io"', 'externalId eq "X1"', 'userName sw "ours"']) {
      expect(await listed(filtered("/Users", filter))).toEqual([0]);
    }
    for (const filter of [`id eq "${group}"`, 'displayName eq "Ours"', `members.value eq "${user}"`, "externalId pr"]) {
      expect(await listed(filtered("/Groups", filter))).toEqual([0]);
    }
    expect(await listed(filtered("/Users", 'title eq "Ours"'))).toEqual([1, theirs]);
    expect(await listed(filtered("/", 'externalId eq "X1"'))).toEqual([0]);
    for (const path of ["/Users/.search", "/Groups/.search", "/.search"]) {
      const found = await client.send("POST", path, { filter: 'externalId eq "X1"' });
      expect(found.body).toMatchObject({ totalResults: 0 });
    }
  });

  it("cannot become a member, alone, in Bulk or by PATCH", async () => {
    const theirs = idOf(await client.send("POST", "/Groups", { displayName: "Theirs" }));
    for (const id of [user, group]) {
      const members = [{ value: id }];
      const add = { Operations: [{ op: "add", path: "members", value: members }] };
      expect((await client.send("PATCH", `/Groups/${theirs}`, add)).status).toBe(400);
      expect((await client.send("POST", "/Groups", { displayName: "New", members })).status).toBe(400);
      const operation = { method: "PATCH", path: `/Groups/${theirs}`, data: add };
      expect(await bulkStatus(operation)).toBe("400");
    }
    expect((await client.send("GET", `/Groups/${theirs}`)).body?.["members"]).toEqual([]);
  });

  it("is out of reach of Bulk", async () => {
    expect(await bulkStatus({ method: "DELETE", path: `/Users/${user}` })).toBe("404");
    expect(await bulkStatus({ method: "PATCH", path: `/Users/${user}`, data: deactivate })).toBe("404");
    expect(await bulkStatus({ method: "PUT", path: `/Groups/${group}`, data: { displayName: "Stolen" } })).toBe("404");
    expect(await directory.users.find(user)).toMatchObject({ active: true, version: 1 });
  });

  it("is none of a user's groups, though the user is in it", async () => {
    const theirs = idOf(await client.send("POST", "/Users", { userName: "theirs@x.io" }));
    const inner = idOf(await client.send("POST", "/Groups", { displayName: "Inner", members: [{ value: theirs }] }));
    const made = { origin: "platform", connectionId: null, actor, rules: strictGroupRules } as const;
    const draft = { displayName: "Around", externalId: null };
    const around = await createGroup(directory.groups, { ...made, draft, memberIds: [theirs, inner] });
    expect((await client.send("GET", `/Users/${theirs}`)).body?.["groups"]).toMatchObject([{ value: inner }]);
    expect(JSON.stringify((await client.send("GET", "/Users")).body)).not.toContain(around.id);
    expect(await listed(filtered("/Users", `groups.value eq "${around.id}"`))).toEqual([0]);
    expect(await listed(filtered("/Users", 'groups.display eq "Around"'))).toEqual([0]);
    expect((await directory.users.find(theirs))?.groups).toHaveLength(2);
  });

  it("is never adopted: its names are taken", async () => {
    for (const active of [true, false]) {
      const answer = await client.send("POST", "/Users", { userName: "Ours@x.io", externalId: "X1", active });
      expect([answer.status, answer.body?.["scimType"]]).toEqual([409, "uniqueness"]);
    }
    const named = await client.send("POST", "/Groups", { displayName: "ours" });
    expect([named.status, named.body?.["scimType"]]).toEqual([409, "uniqueness"]);
    const theirs = idOf(await client.send("POST", "/Users", { userName: "theirs@x.io" }));
    const renamed = await client.send("PUT", `/Users/${theirs}`, { userName: "ours@x.io" });
    expect(renamed.status).toBe(409);
    expect(await directory.users.find(user)).toMatchObject({ origin: "platform", version: 1 });
  });

  it("is not there when it was deleted either", async () => {
    await deleteUser(directory.users, { id: user, actor });
    expect((await client.send("GET", `/Users/${user}`)).status).toBe(404);
    expect(await listed("/Users")).toEqual([0]);
    expect((await client.send("POST", "/Users", { userName: "ours@x.io" })).status).toBe(201);
  });
});

async function bulkStatus(operation: JsonObject): Promise<unknown> {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"];
  const { body } = await client.send("POST", "/Bulk", { schemas, Operations: [operation] });
  const [result] = Array.isArray(body?.["Operations"]) ? body["Operations"] : [];
  return Object(result).status;
}
