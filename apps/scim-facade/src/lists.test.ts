import { updateConnection } from "@rollcall/domain";
import type { JsonObject } from "@rollcall/scim";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, idOf, type ScimClient, scimClient } from "./scim-client.fixture.ts";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const testDatabase = useDatabase();
let facade: ServedFacade;
let client: ScimClient;

beforeAll(async () => {
  facade = await serveFacade(testDatabase.url);
});
afterAll(() => facade.close());
beforeEach(async () => {
  client = scimClient(facade.url, (await facade.newTenant()).token);
});

async function addUsers(...users: JsonObject[]): Promise<void> {
  for (const user of users) expect((await client.send("POST", "/Users", user)).status).toBe(201);
}

function names({ body }: Answer): unknown[] {
  const resources = Array.isArray(body?.["Resources"]) ? body["Resources"] : [];
  return resources.map((resource) => Object(resource).userName ?? Object(resource).displayName);
}

describe("sorting (RFC 7644 §3.4.2.3)", () => {
  beforeEach(() =>
    addUsers(
      { userName: "d", title: "b", emails: [{ value: "z@x" }, { value: "a@x", primary: true }] },
      { userName: "C", title: "B", name: { familyName: "Ångström" }, emails: [{ value: "m@x" }] },
      { userName: "b", name: { familyName: "Zorn" } },
      { userName: "A", title: "a", active: false, name: { familyName: "adams" } },
    ),
  );

  it.each([
    ["sortBy=userName", ["A", "b", "C", "d"]],
    ["sortBy=USERNAME&sortOrder=descending", ["d", "C", "b", "A"]],
    ["sortBy=title", ["A", "d", "C", "b"]],
    ["sortBy=title&sortOrder=descending", ["b", "d", "C", "A"]],
    ["sortBy=name.familyName", ["A", "b", "C", "d"]],
    ["sortBy=emails", ["d", "C", "b", "A"]],
    ["sortBy=active", ["A", "d", "C", "b"]],
    ["sortBy=meta.created&sortOrder=descending", ["A", "b", "C", "d"]],
    ["sortBy=userName&filter=title%20pr", ["A", "C", "d"]],
    ["sortBy=userName&startIndex=2&count=2", ["b", "C"]],
  ])("by %s gives %j", async (query, expected) => {
    expect(names(await client.send("GET", `/Users?${query}`))).toEqual(expected);
  });

  it.each(["title", "title&sortOrder=descending", "emails", "active", "meta.created", "id"])(
    "pages by cursor and by index alike: %s",
    async (sortBy) => {
      const whole = names(await client.send("GET", `/Users?sortBy=${sortBy}`));
      const byCursor: unknown[] = [];
      let cursor: string | undefined = "";
      while (cursor !== undefined) {
        const page = await client.send("GET", `/Users?sortBy=${sortBy}&count=1&cursor=${cursor}`);
        byCursor.push(...names(page));
        cursor = Object(page.body).nextCursor;
      }
      expect(byCursor).toEqual(whole);
      const byIndex: unknown[] = [];
      for (const startIndex of [1, 2, 3, 4, 5]) {
        byIndex.push(...names(await client.send("GET", `/Users?sortBy=${sortBy}&count=1&startIndex=${startIndex}`)));
      }
      expect(byIndex).toEqual(whole);
    },
  );

  it.each(["nothing", "password", "1;select", "groups.value"])("by %s is refused", async (sortBy) => {
    const answer = await client.send("GET", `/Users?sortBy=${encodeURIComponent(sortBy)}`);
    expect([answer.status, answer.body?.["scimType"]]).toEqual([400, "invalidValue"]);
  });
});

describe("cursors (RFC 9865)", () => {
  beforeEach(() => addUsers(...["a", "b", "c", "d", "e"].map((userName) => ({ userName }))));

  it("reach every resource once, whatever comes and goes meanwhile", async () => {
    const first = await client.send("GET", "/Users?cursor&count=2");
    expect(first.body).toMatchObject({ totalResults: 5, itemsPerPage: 2 });
    expect(first.body).not.toHaveProperty("startIndex");
    const resources = first.body?.["Resources"];
    const [gone] = Array.isArray(resources) ? resources : [];
    await client.send("DELETE", `/Users/${Object(gone).id}`);
    await addUsers({ userName: "f" });
    const second = await client.send("GET", `/Users?count=2&cursor=${Object(first.body).nextCursor}`);
    const third = await client.send("GET", `/Users?count=2&cursor=${Object(second.body).nextCursor}`);
    expect([...names(first), ...names(second), ...names(third)]).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(third.body).not.toHaveProperty("nextCursor");
  });

  it("are refused when they are none, belong to another list, or stand beside a startIndex", async () => {
    const { body } = await client.send("GET", "/Users?cursor=&count=1");
    const cursor = String(Object(body).nextCursor);
    const other = scimClient(facade.url, (await facade.newTenant()).token);
    const refused = [
      await client.send("GET", "/Users?cursor=abc"),
      await client.send("GET", `/Users?cursor=${cursor}&filter=userName%20pr`),
      await client.send("GET", `/Groups?cursor=${cursor}`),
      await client.send("GET", `/Users?cursor=${cursor}&startIndex=1`),
      await client.send("GET", "/?cursor="),
      await other.send("GET", `/Users?cursor=${cursor}`),
    ];
    for (const answer of refused) expect([answer.status, answer.body?.["scimType"]]).toEqual([400, "invalidCursor"]);
    const count = await client.send("GET", `/Users?cursor=${cursor}&count=many`);
    expect([count.status, count.body?.["scimType"]]).toEqual([400, "invalidCount"]);
  });

  it("are announced", async () => {
    const { body } = await client.send("GET", "/ServiceProviderConfig");
    expect(body).toMatchObject({ pagination: { cursor: true, index: true, defaultPaginationMethod: "index" } });
  });
});

describe("searches in the body (RFC 7644 §3.4.3)", () => {
  it("answer as the query does", async () => {
    await addUsers({ userName: "a", title: "x" }, { userName: "b" });
    const search = { filter: "title pr", attributes: ["userName"], startIndex: 1, count: 10, sortBy: "userName" };
    const answer = await client.send("POST", "/Users/.search", search);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ totalResults: 1, startIndex: 1, Resources: [{ userName: "a" }] });
    expect((await client.send("GET", "/Users/.search")).status).toBe(405);
    expect((await client.send("POST", "/Users/.search", [])).status).toBe(400);
  });

  it("are still answered while the connection is paused", async () => {
    const { tenant, connection, token } = await facade.newTenant();
    const paused = scimClient(facade.url, token);
    const { connections } = facade.database.openDirectory(tenant.id);
    await updateConnection(connections, { id: connection.id, state: "paused", actor: { kind: "system" } });
    expect((await paused.send("POST", "/Users/.search", { filter: "userName pr" })).status).toBe(200);
    expect((await paused.send("GET", "/Users")).status).toBe(200);
    const refused = await paused.send("POST", "/Users", { userName: "x" });
    expect([refused.status, refused.body?.["detail"]]).toEqual([403, expect.stringContaining("paused")]);
  });
});

describe("the root (RFC 7644 §3.4.2.1)", () => {
  beforeEach(async () => {
    await addUsers({ userName: "u1", displayName: "Tour" }, { userName: "u2", title: "Guide" });
    await client.send("POST", "/Groups", { displayName: "Tour" });
    await client.send("POST", "/Groups", { displayName: "Staff" });
  });

  it("lists users and then groups as one list", async () => {
    expect(names(await client.send("GET", ""))).toEqual(["u1", "u2", "Tour", "Staff"]);
    const page = await client.send("GET", "/?startIndex=2&count=2");
    expect(page.body).toMatchObject({ totalResults: 4, startIndex: 2, itemsPerPage: 2 });
    expect(names(page)).toEqual(["u2", "Tour"]);
  });

  it("is filtered by what either type has", async () => {
    const find = async (filter: string) => names(await client.send("POST", "/.search", { filter }));
    expect(await find('displayName eq "tour"')).toEqual(["u1", "Tour"]);
    expect(await find("title pr")).toEqual(["u2"]);
    expect(await find("not (title pr)")).toEqual(["u1", "Tour", "Staff"]);
    expect(await find('meta.resourceType eq "Group"')).toEqual(["Tour", "Staff"]);
    expect((await client.send("POST", "/.search", { filter: "shoeSize pr" })).body).toMatchObject({
      status: "400",
      scimType: "invalidFilter",
    });
  });

  it("finds one resource by its id", async () => {
    const id = idOf(await client.send("POST", "/Groups", { displayName: "Found" }));
    expect(names(await client.send("POST", "/.search", { filter: `id eq "${id}"` }))).toEqual(["Found"]);
  });
});
