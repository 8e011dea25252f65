import { updateConnection } from "@rollcall/domain";
import type { JsonObject, JsonValue } from "@rollcall/scim";
import { beforeEach, describe, expect, it } from "vitest";
import { type Answer, idOf, type ScimClient, scimClient } from "../scim-client.fixture.ts";
import { useFacade } from "./use-facade.fixture.ts";

const facade = useFacade();
let client: ScimClient;
beforeEach(async () => {
  client = await facade().newClient();
});

const unknownId = "00000000-0000-7000-8000-000000000000";

function bulk(Operations: JsonValue[], more: JsonObject = {}): Promise<Answer> {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"];
  return client.send("POST", "/Bulk", { schemas, Operations, ...more });
}

const postUser = (bulkId: string, data: JsonObject = {}): JsonObject => ({
  method: "POST",
  path: "/Users",
  bulkId,
  data: { userName: `${bulkId}@x.io`, ...data },
});
const postGroup = (bulkId: string, ...members: string[]): JsonObject => ({
  method: "POST",
  path: "/Groups",
  bulkId,
  data: { displayName: bulkId, members: members.map((value) => ({ value })) },
});

function resultsOf({ body }: Answer): JsonObject[] {
  const results = body?.["Operations"];
  return Array.isArray(results) ? results.map((result) => Object(result)) : [];
}
const statusesOf = (answer: Answer) => resultsOf(answer).map((result) => result["status"]);

/** The resource that a result names. */
async function read(result: JsonObject | undefined): Promise<JsonObject> {
  const location = result?.["location"];
  if (typeof location !== "string") throw new Error(`${JSON.stringify(result)} names no resource`);
  const { body } = await client.send("GET", location.slice(facade().url.length));
  return body ?? {};
}

describe("a bulk request", () => {
  it("RFC 7644 §3.7 does every method and answers in the order of the request", async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3]) ids.push(idOf(await client.send("POST", "/Users", { userName: `u${n}` })));
    const answer = await bulk([
      postUser("new"),
      { method: "PUT", path: `/Users/${ids[0]}`, version: 'W/"1"', data: { userName: "u1", title: "CTO" } },
      {
        method: "PATCH",
        path: `/Users/${ids[1]}`,
        data: { Operations: [{ op: "replace", value: { active: false } }] },
      },
      { method: "DELETE", path: `/Users/${ids[2]}` },
    ]);
    expect(answer.status).toBe(200);
    const [created] = resultsOf(answer);
    const at = (id: string | undefined) => `${facade().url}/Users/${id}`;
    expect(answer.body).toEqual({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkResponse"],
      Operations: [
        { method: "POST", bulkId: "new", location: created?.["location"], version: 'W/"1"', status: "201" },
        { method: "PUT", location: at(ids[0]), version: 'W/"2"', status: "200" },
        { method: "PATCH", location: at(ids[1]), version: 'W/"2"', status: "200" },
        { method: "DELETE", location: at(ids[2]), status: "204" },
      ],
    });
    expect(await read(created)).toMatchObject({ userName: "new@x.io" });
    expect((await client.send("GET", `/Users/${ids[0]}`)).body).toMatchObject({ title: "CTO" });
    expect((await client.send("GET", `/Users/${ids[1]}`)).body).toMatchObject({ active: false });
    expect((await client.send("GET", `/Users/${ids[2]}`)).status).toBe(404);
  });

  it("RFC 7644 §3.7 tells each error in full and goes on", async () => {
    const id = idOf(await client.send("POST", "/Users", { userName: "taken@x.io" }));
    const answer = await bulk([
      postUser("taken"),
      { method: "POST", path: "/Users", data: { userName: "anonymous" } },
      { method: "PUT", path: `/Users/${unknownId}`, data: { userName: "x" } },
      { method: "PATCH", path: `/Users/${id}`, version: 'W/"7"', data: { Operations: [] } },
      { method: "DELETE", path: "/Users" },
      { method: "POST", path: "/Nowhere", bulkId: "n", data: {} },
      { method: "POST", path: "/Bulk", bulkId: "b", data: { Operations: [] } },
      postUser("last"),
    ]);
    expect(statusesOf(answer)).toEqual(["409", "400", "404", "412", "405", "404", "404", "201"]);
    expect(resultsOf(answer)[0]).toEqual({
      method: "POST",
      bulkId: "taken",
      status: "409",
      response: {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
        scimType: "uniqueness",
        status: "409",
        detail: expect.stringContaining("taken@x.io"),
      },
    });
    expect(resultsOf(answer)[2]).toMatchObject({ location: `${facade().url}/Users/${unknownId}` });
    expect(facade().log).toEqual([]);
  });

  it("RFC 7644 §3.7 stops after failOnErrors errors and leaves out what it did not attempt", async () => {
    await client.send("POST", "/Users", { userName: "taken@x.io" });
    const operations = [postUser("a"), postUser("taken"), postUser("b"), postUser("taken2", { userName: "A@x.io" })];
    const stopped = await bulk([...operations, postUser("c")], { failOnErrors: 2 });
    expect(statusesOf(stopped)).toEqual(["201", "409", "201", "409"]);
    expect((await client.send("GET", "/Users")).body).toMatchObject({ totalResults: 3 });
  });

  it("RFC 7644 §3.7.2 resolves bulkIds in data and in paths, whatever the order", async () => {
    const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    const answer = await bulk([
      {
        method: "PATCH",
        path: "/Groups/bulkId:team",
        data: { Operations: [{ op: "add", path: "members", value: [{ value: "bulkId:bob" }] }] },
      },
      postGroup("team", "bulkId:ada"),
      postUser("ada", { [enterprise]: { manager: { value: "bulkId:bob" } } }),
      postUser("bob"),
    ]);
    expect(statusesOf(answer)).toEqual(["200", "201", "201", "201"]);
    const [, team, ada, bob] = resultsOf(answer);
    const [adaId, bobId] = [(await read(ada))["id"], (await read(bob))["id"]];
    expect(await read(team)).toMatchObject({ members: [{ value: bobId }, { value: adaId }] });
    expect(await read(ada)).toMatchObject({ [enterprise]: { manager: { value: bobId } } });
  });

  it("RFC 7644 §3.7.1 resolves references that form a circle", async () => {
    const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    const managedBy = (value: string) => ({ title: "Twin", [enterprise]: { department: "R&D", manager: { value } } });
    const answer = await bulk([
      postUser("a", managedBy("bulkId:b")),
      postUser("b", managedBy("bulkId:a")),
      postUser("self", managedBy("bulkId:self")),
    ]);
    expect(statusesOf(answer)).toEqual(["201", "201", "201"]);
    const [a = {}, b = {}, self = {}] = await Promise.all(resultsOf(answer).map(read));
    expect(a[enterprise]).toEqual({ department: "R&D", manager: { value: b["id"] } });
    expect(b[enterprise]).toEqual({ department: "R&D", manager: { value: a["id"] } });
    expect(self[enterprise]).toEqual({ department: "R&D", manager: { value: self["id"] } });
    expect(resultsOf(answer)[1]?.["version"]).toBe(Object(b["meta"]).version);
  });

  it("RFC 7644 §3.7.2 resolves groups in groups, and fails what would make a group contain itself", async () => {
    const nested = await bulk([postGroup("outer", "bulkId:inner"), postGroup("inner")]);
    expect(statusesOf(nested)).toEqual(["201", "201"]);
    const [outer, inner = {}] = await Promise.all(resultsOf(nested).map(read));
    expect(outer).toMatchObject({ members: [{ value: inner["id"], type: "Group" }] });

    const circle = await bulk([postGroup("a", "bulkId:b"), postGroup("b", "bulkId:a")]);
    expect(statusesOf(circle)).toEqual(["201", "409"]);
    const [a, b = {}] = await Promise.all(resultsOf(circle).map(read));
    expect(a).toMatchObject({ members: [{ value: b["id"] }] });
    expect(b["members"] ?? []).toEqual([]);
  });

  it("RFC 7644 §3.7.2 fails what refers to nothing, or to what failed, and nothing else", async () => {
    await client.send("POST", "/Users", { userName: "taken@x.io" });
    const answer = await bulk([
      postGroup("lost", "bulkId:nobody"),
      postGroup("orphan", "bulkId:taken"),
      postUser("taken"),
      { method: "DELETE", path: "/Groups/bulkId:nobody" },
      postGroup("fine"),
    ]);
    expect(statusesOf(answer)).toEqual(["400", "409", "409", "400", "201"]);
    expect(resultsOf(answer)[0]).toMatchObject({ response: { scimType: "invalidValue" } });
    expect((await client.send("GET", "/Groups")).body).toMatchObject({ totalResults: 1 });
  });
});

describe("a bulk request is refused as a whole", () => {
  it.each<[string, JsonObject | JsonValue[], number, string?]>([
    ["RFC 7644 §3.7 when it is no bulk request", [], 400, "invalidSyntax"],
    [
      "RFC 7644 §3.7 when an operation reads",
      { Operations: [{ method: "GET", path: "/Users" }] },
      400,
      "invalidSyntax",
    ],
    [
      "RFC 7644 §3.7.2 when two operations have one bulkId",
      { Operations: [postUser("a"), postUser("a")] },
      400,
      "invalidValue",
    ],
    [
      "RFC 7644 §3.7.4 when it has too many operations",
      { Operations: Array.from({ length: 1_001 }, (_, n) => postUser(`${n}`)) },
      413,
      "tooMany",
    ],
  ])("%s", async (_name, body, ...[status, scimType]) => {
    const answer = await client.send("POST", "/Bulk", body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ status: String(status), scimType });
    expect((await client.send("GET", "/Users")).body).toMatchObject({ totalResults: 0 });
  });

  it("RFC 7644 §3.7 when the connection is paused", async () => {
    const { tenant, connection, token } = await facade().newTenant();
    const { connections } = facade().database.openDirectory(tenant.id);
    await updateConnection(connections, { id: connection.id, state: "paused", actor: { kind: "system" } });
    client = scimClient(facade().url, token);
    const answer = await bulk([postUser("a")]);
    expect([answer.status, answer.body?.["detail"]]).toEqual([403, expect.stringContaining("paused")]);
  });

  it("RFC 7644 §3.7.4 with the limits that the configuration announces", async () => {
    const { body } = await client.send("GET", "/ServiceProviderConfig");
    expect(body?.["bulk"]).toEqual({ supported: true, maxOperations: 1_000, maxPayloadSize: 16 * 1024 * 1024 });
    const tooMany = await bulk(Array.from({ length: 1_001 }, (_, n) => postUser(`${n}`)));
    expect(tooMany.body?.["detail"]).toContain("1000");
    const tooLarge = await bulk([postUser("a", { displayName: "x".repeat(16 * 1024 * 1024) })]);
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.body?.["detail"]).toContain("16777216");
  });
});
