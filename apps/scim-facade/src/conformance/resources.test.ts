import { beforeEach, describe, expect, it } from "vitest";
import { idOf, type ScimClient } from "../scim-client.fixture.ts";
import { useFacade } from "./use-facade.fixture.ts";

const facade = useFacade();
let client: ScimClient;
beforeEach(async () => {
  client = await facade().newClient();
});

const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

describe("common attributes", () => {
  it("RFC 7643 §3.1 id, externalId and meta of a user and of a group", async () => {
    for (const [path, body] of Object.entries({ "/Users": { userName: "a" }, "/Groups": { displayName: "a" } })) {
      const created = await client.send("POST", path, { ...body, externalId: "Ext" });
      const id = idOf(created);
      expect(created.body).toMatchObject({
        externalId: "Ext",
        meta: {
          resourceType: path === "/Users" ? "User" : "Group",
          created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
          lastModified: Object(created.body?.["meta"]).created,
          location: `${facade().url}${path}/${id}`,
          version: 'W/"1"',
        },
      });
    }
  });

  it("RFC 7643 §3.1 lastModified and version move with a change, created and id do not", async () => {
    const created = await client.send("POST", "/Users", { userName: "a" });
    const changed = await client.send("PUT", `/Users/${idOf(created)}`, { userName: "a", title: "T" });
    const [before, after] = [created, changed].map(({ body }) => Object(body?.["meta"]));
    expect([idOf(changed), after.created, after.location]).toEqual([idOf(created), before.created, before.location]);
    expect(Date.parse(after.lastModified)).toBeGreaterThan(Date.parse(before.lastModified));
    expect(after.version).toBe('W/"2"');
  });

  it("RFC 7643 §3 schemas name what the resource holds", async () => {
    const plain = await client.send("POST", "/Users", { schemas: [core, enterprise], userName: "a" });
    expect(plain.body?.["schemas"]).toEqual([core]);
    const extended = await client.send("POST", "/Users", { userName: "b", [enterprise]: { department: "D" } });
    expect(extended.body?.["schemas"]).toEqual([core, enterprise]);
  });

  it("RFC 7643 §2.5 null, an empty list and nothing are the same", async () => {
    const created = await client.send("POST", "/Users", { userName: "a", title: null, emails: [], name: {} });
    expect(created.status).toBe(201);
    for (const name of ["title", "emails", "name"]) expect(created.body).not.toHaveProperty(name);
  });
});

describe("POST", () => {
  it("RFC 7644 §3.3 answers 201 with the resource, its Location and its ETag", async () => {
    const created = await client.send("POST", "/Users", { schemas: [core], userName: "bjensen", externalId: "bj" });
    expect(created.status).toBe(201);
    const location = created.headers.get("location");
    expect(location).toBe(`${facade().url}/Users/${idOf(created)}`);
    expect(Object(created.body?.["meta"])).toMatchObject({ location, version: created.headers.get("etag") });
    expect((await client.send("GET", `/Users/${idOf(created)}`)).body).toEqual(created.body);
  });

  it("RFC 7644 §3.3 ignores read-only attributes", async () => {
    const body = { userName: "a", id: "mine", groups: [{ value: "g" }], meta: { created: "2000-01-01T00:00:00Z" } };
    const created = await client.send("POST", "/Users", body);
    expect(created.status).toBe(201);
    expect(idOf(created)).not.toBe("mine");
    expect(created.body).not.toHaveProperty("groups");
    expect(Object(created.body?.["meta"]).created).not.toContain("2000");
  });

  it("RFC 7644 §3.3 refuses what exists already", async () => {
    await client.send("POST", "/Users", { userName: "a" });
    const again = await client.send("POST", "/Users", { userName: "A" });
    expect([again.status, again.body?.["scimType"]]).toEqual([409, "uniqueness"]);
  });

  it("RFC 7643 §7 refuses a resource without what is required", async () => {
    for (const path of ["/Users", "/Groups"]) {
      const answer = await client.send("POST", path, { schemas: [core] });
      expect([answer.status, answer.body?.["scimType"]]).toEqual([400, "invalidValue"]);
    }
  });

  it("RFC 7643 §2.4 refuses two primary values", async () => {
    const emails = ["a@x.io", "b@x.io"].map((value) => ({ value, primary: true }));
    const answer = await client.send("POST", "/Users", { userName: "a", emails });
    expect([answer.status, answer.body?.["scimType"]]).toEqual([400, "invalidValue"]);
  });
});

describe("GET", () => {
  it("RFC 7644 §3.4.1 answers with the resource and its ETag, or 404", async () => {
    const created = await client.send("POST", "/Users", { userName: "a" });
    const read = await client.send("GET", `/Users/${idOf(created)}`);
    expect([read.status, read.headers.get("etag"), read.body]).toEqual([200, 'W/"1"', created.body]);
    expect((await client.send("GET", `/Groups/${idOf(created)}`)).status).toBe(404);
  });
});

describe("PUT", () => {
  it("RFC 7644 §3.5.1 replaces everything: what is left out is gone", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "a", title: "T", emails: [{ value: "a@x.io" }] }));
    const put = await client.send("PUT", `/Users/${id}`, { userName: "b", nickName: "N" });
    expect(put.status).toBe(200);
    expect(put.body).toMatchObject({ id, userName: "b", nickName: "N" });
    for (const name of ["title", "emails"]) expect(put.body).not.toHaveProperty(name);
    expect((await client.send("GET", `/Users/${id}`)).body).toEqual(put.body);
  });

  it("RFC 7644 §3.5.1 ignores read-only attributes", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "a" }));
    const put = await client.send("PUT", `/Users/${id}`, { userName: "a", id: "other", meta: { version: "9" } });
    expect(put.body).toMatchObject({ id, meta: { version: 'W/"1"' } });
  });

  it("RFC 7644 §3.5.1 never creates", async () => {
    const answer = await client.send("PUT", "/Users/00000000-0000-7000-8000-000000000000", { userName: "a" });
    expect(answer.status).toBe(404);
    expect((await client.send("GET", "/Users")).body).toMatchObject({ totalResults: 0 });
  });

  it("RFC 7644 §3.5.1 refuses a resource without what is required, and a name that is taken", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "a" }));
    await client.send("POST", "/Users", { userName: "b" });
    expect((await client.send("PUT", `/Users/${id}`, { title: "T" })).body).toMatchObject({ scimType: "invalidValue" });
    expect((await client.send("PUT", `/Users/${id}`, { userName: "B" })).status).toBe(409);
  });
});

describe("DELETE", () => {
  it("RFC 7644 §3.6 answers 204 without a body, and 404 from then on", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "a", externalId: "1" }));
    const deleted = await client.send("DELETE", `/Users/${id}`);
    expect([deleted.status, deleted.body]).toEqual([204, null]);
    for (const method of ["GET", "DELETE"]) expect((await client.send(method, `/Users/${id}`)).status).toBe(404);
    for (const method of ["PUT", "PATCH"]) {
      const body = { userName: "a", Operations: [] };
      expect((await client.send(method, `/Users/${id}`, body)).status).toBe(404);
    }
  });

  it("RFC 7644 §3.6 leaves nothing in lists, and no conflict", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "a", externalId: "1" }));
    await client.send("DELETE", `/Users/${id}`);
    expect((await client.send("GET", "/Users?filter=userName%20eq%20%22a%22")).body).toMatchObject({ totalResults: 0 });
    expect((await client.send("POST", "/Users", { userName: "a", externalId: "1" })).status).toBe(201);
  });
});

describe("versions", () => {
  it("RFC 7644 §3.14 every reply with a resource has its ETag, the same as meta.version", async () => {
    const created = await client.send("POST", "/Groups", { displayName: "a" });
    const path = `/Groups/${idOf(created)}`;
    const replies = [
      created,
      await client.send("GET", path),
      await client.send("PUT", path, { displayName: "b" }),
      await client.send("PATCH", path, { Operations: [{ op: "replace", path: "displayName", value: "c" }] }),
    ];
    expect(replies.map(({ headers }) => headers.get("etag"))).toEqual(['W/"1"', 'W/"1"', 'W/"2"', 'W/"3"']);
    for (const { headers, body } of replies) {
      expect(Object(body?.["meta"]).version).toBe(headers.get("etag"));
    }
  });

  it("RFC 7644 §3.14 If-None-Match spares a reply that the client has", async () => {
    const path = `/Users/${idOf(await client.send("POST", "/Users", { userName: "a" }))}`;
    const same = await client.send("GET", path, undefined, { "If-None-Match": 'W/"1"' });
    expect([same.status, same.body, same.headers.get("etag")]).toEqual([304, null, 'W/"1"']);
    expect((await client.send("GET", path, undefined, { "If-None-Match": 'W/"2"' })).status).toBe(200);
  });

  it.each(["PUT", "PATCH", "DELETE"])("RFC 7644 §3.14 If-Match guards a %s", async (method) => {
    const path = `/Users/${idOf(await client.send("POST", "/Users", { userName: "a" }))}`;
    const body = method === "DELETE" ? undefined : { userName: "b", Operations: [] };
    for (const tag of ['W/"2"', '"x"', "none"]) {
      const stale = await client.send(method, path, body, { "If-Match": tag });
      expect([stale.status, stale.body?.["status"]]).toEqual([412, "412"]);
    }
    expect((await client.send(method, path, body, { "If-Match": 'W/"1"' })).status).toBeLessThan(300);
  });

  it("RFC 7644 §3.14 If-Match: * holds for whatever is there", async () => {
    const path = `/Users/${idOf(await client.send("POST", "/Users", { userName: "a" }))}`;
    expect((await client.send("DELETE", path, undefined, { "If-Match": "*" })).status).toBe(204);
  });
});
