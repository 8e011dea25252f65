import type { JsonObject } from "@rollcall/scim";
import { useDatabase } from "@rollcall/test-database";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { idOf, type ScimClient, scimClient } from "./scim-client.fixture.ts";
import { type ServedFacade, serveFacade } from "./serve-facade.fixture.ts";

const testDatabase = useDatabase();
let facade: ServedFacade;
let tenantId: string;
let client: ScimClient;

beforeAll(async () => {
  facade = await serveFacade(testDatabase.url);
});
afterAll(() => facade.close());
beforeEach(async () => {
  const { tenant, token } = await facade.newTenant();
  tenantId = tenant.id;
  client = scimClient(facade.url, token);
});

const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const patch = (...Operations: object[]): JsonObject => JSON.parse(JSON.stringify({ Operations }));

const complete: JsonObject = {
  schemas: [core, enterprise],
  externalId: "00u1abcdefghijklmnop",
  userName: "Zoë.O'Neil@Example.com",
  name: {
    formatted: "Dr. Zoë Ada O'Neil III",
    familyName: "O'Neil",
    givenName: "Zoë",
    middleName: "Ada",
    honorificPrefix: "Dr.",
    honorificSuffix: "III",
  },
  displayName: "Zoë O'Neil 李",
  nickName: "Zo",
  profileUrl: "https://people.example.com/zoe",
  title: "Engineer",
  userType: "Employee",
  preferredLanguage: "en-GB",
  locale: "en-GB",
  timezone: "Europe/London",
  active: true,
  emails: [
    { value: "zoe@example.com", type: "work", primary: true },
    { value: "z@home.example", type: "home", display: "Home" },
  ],
  phoneNumbers: [{ value: "tel:+44-20-7946-0000", type: "work" }],
  ims: [{ value: "zoe", type: "xmpp" }],
  photos: [{ value: "https://people.example.com/zoe.jpg", type: "photo" }],
  addresses: [
    {
      formatted: "1 High St",
      streetAddress: "1 High St",
      locality: "London",
      region: "LDN",
      postalCode: "N1",
      country: "GB",
      type: "work",
      primary: true,
    },
  ],
  entitlements: [{ value: "reports", display: "Reports", type: "licence" }],
  roles: [{ value: "admin", primary: true }],
  x509Certificates: [{ value: "MIIB" }],
  [enterprise]: {
    employeeNumber: "701984",
    costCenter: "4130",
    organization: "Example",
    division: "Europe",
    department: "R&D",
    manager: { value: "26118915", displayName: "Ada Byron" },
  },
};

describe("a user", () => {
  it("round-trips every attribute of the core and the enterprise schema", async () => {
    const created = await client.send("POST", "/Users", complete);
    expect(created.status).toBe(201);
    const id = idOf(created);
    expect(created.headers.get("location")).toBe(`${facade.url}/Users/${id}`);
    expect(created.headers.get("etag")).toBe('W/"1"');
    expect(created.body).toMatchObject({ ...complete, id, meta: { resourceType: "User", version: 'W/"1"' } });
    const read = await client.send("GET", `/Users/${id}`);
    expect(read.body).toEqual(created.body);

    // As Okta does it: what was read comes back, read-only keys and all, with one attribute changed.
    const echo = await client.send("PUT", `/Users/${id}`, { ...read.body, groups: [], title: "CTO" });
    expect(echo.body).toMatchObject({ ...complete, id, title: "CTO", meta: { version: 'W/"2"' } });
  });

  it("never gives away or keeps the password it is sent", async () => {
    const created = await client.send("POST", "/Users", { userName: "p@x.io", password: "c4n4ry-pass", groups: [] });
    const id = idOf(created);
    await client.send("PATCH", `/Users/${id}`, patch({ op: "replace", value: { password: "c4n4ry-pass" } }));
    await client.send("PUT", `/Users/${id}`, { userName: "p@x.io", password: "c4n4ry-pass" });
    const read = await client.send("GET", `/Users/${id}?attributes=password,userName`);
    const events = await facade.database.sequencer.numberEvents(tenantId, 100);
    expect(events).toBeGreaterThan(0);
    const feed = await facade.database.openDirectory(tenantId).events.list({ after: 0, count: 100 });
    expect(JSON.stringify([created.body, read.body, feed])).not.toContain("c4n4ry");
    expect(read.body).toEqual({ schemas: [core], id, userName: "p@x.io" });
  });

  it("gets its id from the server, whatever a client sends", async () => {
    const other = idOf(await client.send("POST", "/Users", { userName: "a@x.io" }));
    const created = await client.send("POST", "/Users", {
      userName: "b@x.io",
      id: other,
      externalId: other,
      meta: { version: "9" },
    });
    expect(created.status).toBe(201);
    expect(idOf(created)).not.toBe(other);
  });

  it("is read only once by a client that knows its version, and guarded by If-Match", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "v@x.io" }));
    const path = `/Users/${id}`;
    const unchanged = await client.send("GET", path, undefined, { "If-None-Match": 'W/"1"' });
    expect([unchanged.status, unchanged.body]).toEqual([304, null]);
    const wrong = { "If-Match": 'W/"7"' };
    expect((await client.send("PUT", path, { userName: "w@x.io" }, wrong)).status).toBe(412);
    expect((await client.send("PATCH", path, patch({ op: "replace", value: { title: "x" } }), wrong)).status).toBe(412);
    expect((await client.send("DELETE", path, undefined, wrong)).status).toBe(412);
    expect((await client.send("PUT", path, { userName: "w@x.io" }, { "If-Match": 'W/"1"' })).status).toBe(200);
    expect((await client.send("DELETE", path, undefined, { "If-Match": "*" })).status).toBe(204);
  });

  it("is gone once deleted, and its name is free", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "d@x.io", externalId: "1" }));
    expect((await client.send("DELETE", `/Users/${id}`)).status).toBe(204);
    for (const method of ["GET", "DELETE"]) expect((await client.send(method, `/Users/${id}`)).status).toBe(404);
    expect((await client.send("PUT", `/Users/${id}`, { userName: "d@x.io" })).status).toBe(404);
    expect((await client.send("GET", "/Users")).body).toMatchObject({ totalResults: 0, Resources: [] });
    const again = await client.send("POST", "/Users", { userName: "d@x.io", externalId: "1" });
    expect(again.status).toBe(201);
    expect(idOf(again)).not.toBe(id);
  });
});

describe("deactivation", () => {
  const off: readonly (readonly [string, object])[] = [
    ["replace, no path", { op: "replace", value: { active: false } }],
    ["replace, path", { op: "replace", path: "active", value: false }],
    ["Replace, a string", { op: "Replace", path: "active", value: "False" }],
    ["add, no path, a string", { op: "add", value: { active: "false" } }],
    ["a URN path", { op: "replace", path: `${core}:active`, value: false }],
    ["a capitalised attribute", { op: "Replace", value: { Active: "False" } }],
    ["with a new userName in the same request", { op: "replace", value: { userName: "left@x.io", active: false } }],
  ];
  it.each(off)("works as %s, with exactly one event", async (_, operation) => {
    const id = idOf(await client.send("POST", "/Users", { userName: "x@x.io" }));
    expect((await client.send("PATCH", `/Users/${id}`, patch(operation))).status).toBe(200);
    expect((await client.send("PATCH", `/Users/${id}`, patch(operation))).status).toBe(200);
    expect((await client.send("GET", `/Users/${id}`)).body).toMatchObject({ id, active: false });
    await facade.database.sequencer.numberEvents(tenantId, 100);
    const events = await facade.database.openDirectory(tenantId).events.list({ after: 0, count: 100 });
    const ofUser = events.filter((event) => event.resourceId === id).map((event) => event.type);
    expect(ofUser).toEqual(["user.created", "user.deactivated"]);
  });

  it("is not undone by a PUT that does not speak of it", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "x@x.io", active: false }));
    const put = await client.send("PUT", `/Users/${id}`, { userName: "x@x.io", title: "CTO" });
    expect(put.body).toMatchObject({ active: false, title: "CTO" });
  });

  it("ends with the same id when the identity provider creates the person again", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "x@x.io", externalId: "00u1" }));
    await client.send("POST", "/Groups", { displayName: "Old", members: [{ value: id }] });
    expect((await client.send("POST", "/Users", { userName: "x@x.io", externalId: "00u1" })).status).toBe(409);
    await client.send("PATCH", `/Users/${id}`, patch({ op: "replace", value: { active: false } }));
    const back = await client.send("POST", "/Users", { userName: "x@x.io", externalId: "00u1" });
    expect([back.status, idOf(back)]).toEqual([201, id]);
    expect(back.body).toMatchObject({ active: true });
    expect(back.body).not.toHaveProperty("groups");
  });
});

describe("a list", () => {
  it("is filtered, paged and projected as asked", async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3]) {
      ids.push(
        idOf(
          await client.send("POST", "/Users", {
            userName: `U${n}@x.io`,
            externalId: `E${n}`,
            emails: [{ value: `M${n}@x.io` }],
          }),
        ),
      );
    }
    const find = async (filter: string) => {
      const { body } = await client.send("GET", `/Users?filter=${encodeURIComponent(filter)}&startIndex=1&count=100`);
      return (Array.isArray(body?.["Resources"]) ? body["Resources"] : []).map((user) => Object(user).userName);
    };
    expect(await find('userName eq "u2@X.IO"')).toEqual(["U2@x.io"]);
    expect(await find('externalId eq "E2"')).toEqual(["U2@x.io"]);
    expect(await find('externalId eq "e2"')).toEqual([]);
    expect(await find(`id eq "${ids[1]}"`)).toEqual(["U2@x.io"]);
    expect(await find('emails.value eq "m2@x.io"')).toEqual(["U2@x.io"]);
    expect(await find('emails[value eq "m2@x.io"]')).toEqual(["U2@x.io"]);
    expect(await find('userName sw "u" and not (userName eq "U2@x.io")')).toEqual(["U1@x.io", "U3@x.io"]);
    expect(await find('userName co "%"')).toEqual([]);
    expect(await find('userName eq "nobody"')).toEqual([]);

    const page = await client.send("GET", "/Users?startIndex=2&count=1&attributes=userName");
    expect(page.body).toEqual({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
      totalResults: 3,
      startIndex: 2,
      itemsPerPage: 1,
      Resources: [{ schemas: [core], id: ids[1], userName: "U2@x.io" }],
    });
    expect((await client.send("GET", "/Users?count=0")).body).toMatchObject({ totalResults: 3, itemsPerPage: 0 });
    expect((await client.send("GET", "/Users?startIndex=101&count=100")).body).toMatchObject({
      totalResults: 3,
      itemsPerPage: 0,
    });
    expect((await client.send("GET", "/Users?startIndex=-5&count=1000000000")).body).toMatchObject({
      startIndex: 1,
      itemsPerPage: 3,
    });
  });
});

describe("writes at once", () => {
  it("create a person once, and tell all others that the name is taken", async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => client.send("POST", "/Users", { userName: "one@x.io" })),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(99);
  });

  it("let one of twenty PUTs with one ETag win", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "p@x.io" }));
    const put = (n: number) =>
      client.send("PUT", `/Users/${id}`, { userName: "p@x.io", title: `T${n}` }, { "If-Match": 'W/"1"' });
    const statuses = (await Promise.all(Array.from({ length: 20 }, (_, n) => put(n)))).map((answer) => answer.status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
  });

  it("all take effect when sixty PATCHes change one person", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "p@x.io" }));
    const add = (n: number) =>
      client.send(
        "PATCH",
        `/Users/${id}`,
        patch({ op: "add", path: "emails", value: [{ value: `${n}@x.io`, type: "other" }] }),
      );
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => add(n)));
    expect(answers.filter((answer) => answer.status !== 200)).toEqual([]);
    expect((await client.send("GET", `/Users/${id}`)).body?.["emails"]).toHaveLength(60);
  });
});
